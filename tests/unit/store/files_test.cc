#include "store/files.h"

#include <gtest/gtest.h>

#include "store/store.h"

namespace irisim::store {
namespace {

using namespace std::string_literals;

TEST(Files, KeepEachByte) {
  Store store;
  std::string content;
  for (int c = 0; c < 256; ++c) content += static_cast<char>(c);
  store.files.add(1, {"loa.pdf", "application/pdf", content, std::nullopt});
  const auto file = store.files.find(1, "loa.pdf");
  ASSERT_TRUE(file);
  EXPECT_EQ(file->type, "application/pdf");
  EXPECT_EQ(file->content, content);
  EXPECT_FALSE(file->metadata);
}

TEST(Files, BelongToTheirOrder) {
  Store store;
  store.files.add(1, {"loa.pdf", "application/pdf", "one", std::nullopt});
  store.files.add(2, {"loa.pdf", "text/plain", "two", std::nullopt});
  EXPECT_EQ(store.files.find(2, "loa.pdf")->content, "two");
  EXPECT_FALSE(store.files.find(3, "loa.pdf"));
  EXPECT_TRUE(store.files.remove(1, "loa.pdf"));
  EXPECT_FALSE(store.files.remove(1, "loa.pdf"));
  EXPECT_TRUE(store.files.find(2, "loa.pdf"));
}

TEST(Files, AreListedByNameWithoutContent) {
  Store store;
  store.files.add(1, {"b.pdf", "application/pdf", "x", std::nullopt});
  store.files.add(1, {"a.pdf", "text/csv", "x", FileMetadata{"a", "LOA"}});
  const auto files = store.files.list(1);
  ASSERT_EQ(files.size(), 2u);
  EXPECT_EQ(files[0].name, "a.pdf");
  EXPECT_EQ(files[0].type, "text/csv");
  EXPECT_EQ(files[0].content, "");
  ASSERT_TRUE(files[0].metadata);
  EXPECT_EQ(files[0].metadata->document_type, "LOA");
  EXPECT_FALSE(files[1].metadata);
}

TEST(Files, AreReplacedWithTheirMetadataKept) {
  Store store;
  store.files.add(1, {"loa.pdf", "application/pdf", "x", FileMetadata{"name", "LOA"}});
  EXPECT_TRUE(store.files.replace(1, "loa.pdf", "text/plain", "\0y"s));
  const auto file = store.files.find(1, "loa.pdf");
  EXPECT_EQ(file->type, "text/plain");
  EXPECT_EQ(file->content, "\0y"s);
  ASSERT_TRUE(file->metadata);
  EXPECT_EQ(file->metadata->document_name, "name");
  EXPECT_FALSE(store.files.replace(1, "other.pdf", "text/plain", "y"));
  EXPECT_FALSE(store.files.replace(2, "loa.pdf", "text/plain", "y"));
}

TEST(Files, HaveMetadataThatIsSetAndRemoved) {
  Store store;
  store.files.add(1, {"loa.pdf", "application/pdf", "x", std::nullopt});
  EXPECT_TRUE(store.files.set_metadata(1, "loa.pdf", FileMetadata{"", ""}));
  EXPECT_TRUE(store.files.find(1, "loa.pdf")->metadata);  // empty is not absent
  EXPECT_TRUE(store.files.set_metadata(1, "loa.pdf", std::nullopt));
  EXPECT_FALSE(store.files.find(1, "loa.pdf")->metadata);
  EXPECT_FALSE(store.files.set_metadata(1, "other.pdf", FileMetadata{"", ""}));
}

}  // namespace
}  // namespace irisim::store
