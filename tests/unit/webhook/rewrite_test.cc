#include "webhook/rewrite.h"

#include <gtest/gtest.h>

namespace irisim::webhook {
namespace {

TEST(Rewrite, IsReadFromAnOption) {
  const Result<Rewrite> read = read_rewrite("https://a.com/x?y=1=http://127.0.0.1:3000");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->from, "https://a.com/x?y=1");
  EXPECT_EQ(read->to, "http://127.0.0.1:3000");
  for (const char* bad : {"", "http://a.com", "=http://b", "a.com=http://b", "http://a.com=b",
                          "http://=http://b", "http://a.com=http://", "ftp://a=http://b"}) {
    const Result<Rewrite> refused = read_rewrite(bad);
    ASSERT_FALSE(refused.ok()) << bad;
    EXPECT_NE(refused.error().message.find("is not of the form FROM=TO"), std::string::npos);
  }
}

TEST(Rewrite, ReplacesTheBeginningOfAUrl) {
  const std::vector<Rewrite> rewrites = {
      {"http://a.com", "http://b"}, {"http://a.com:8080/in/", "http://c/"}, {"https://a.com", "d"}};
  EXPECT_EQ(rewrite("http://a.com", rewrites), "http://b");
  EXPECT_EQ(rewrite("http://a.com/hook?x=1", rewrites), "http://b/hook?x=1");
  EXPECT_EQ(rewrite("http://a.com:8080/in/hook", rewrites), "http://b:8080/in/hook") << "the first";
  EXPECT_EQ(rewrite("HTTP://A.com/Hook", rewrites), "http://b/Hook");
  EXPECT_EQ(rewrite("http://a.community/hook", rewrites), "http://a.community/hook");
  EXPECT_EQ(rewrite("https://a.com/", rewrites), "d/");
  EXPECT_EQ(rewrite("http://x", {{"http://x/", "http://y/"}}), "http://x");
  EXPECT_EQ(rewrite("http://x/1", {{"http://x/", "http://y/"}}), "http://y/1");
}

}  // namespace
}  // namespace irisim::webhook
