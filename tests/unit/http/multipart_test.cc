#include "http/multipart.h"

#include <string>

#include <gtest/gtest.h>

namespace irisim::http {
namespace {

constexpr char kType[] = "multipart/form-data; boundary=xyz";

TEST(Multipart, IsKnownByItsType) {
  EXPECT_TRUE(is_multipart(kType));
  EXPECT_TRUE(is_multipart("Multipart/Form-Data ; boundary=\"a b\""));
  EXPECT_FALSE(is_multipart("multipart/form-data-more"));
  EXPECT_FALSE(is_multipart("application/xml"));
  EXPECT_FALSE(is_multipart(""));
}

TEST(Multipart, GivesEachPartWithItsNames) {
  const auto parts = parse_multipart(
      kType,
      "a preamble\r\n--xyz\r\n"
      "Content-Disposition: form-data; name=\"kind\"\r\n\r\nLOA\r\n--xyz\r\n"
      "content-disposition: form-data; filename=plain.pdf; name=\"file\"\r\n"
      "Content-Type: application/pdf\r\n\r\n%PDF\r\n--xy\r\nz\r\n--xyz--\r\nan end");
  ASSERT_TRUE(parts.has_value());
  ASSERT_EQ(parts->size(), 2u);
  EXPECT_EQ((*parts)[0].name, "kind");
  EXPECT_EQ((*parts)[0].filename, "");
  EXPECT_EQ((*parts)[0].content, "LOA");
  EXPECT_EQ((*parts)[1].name, "file");
  EXPECT_EQ((*parts)[1].filename, "plain.pdf");
  EXPECT_EQ((*parts)[1].type, "application/pdf");
  EXPECT_EQ((*parts)[1].content, "%PDF\r\n--xy\r\nz");
}

TEST(Multipart, HasPartsWithoutHeadOrContent) {
  const auto parts = parse_multipart("multipart/form-data; boundary=\"xyz\"",
                                     "--xyz\r\n\r\nA\r\n--xyz\r\nX: 1\r\n\r\n\r\n--xyz--");
  ASSERT_TRUE(parts.has_value());
  ASSERT_EQ(parts->size(), 2u);
  EXPECT_EQ((*parts)[0].content, "A");
  EXPECT_EQ((*parts)[1].content, "");
}

TEST(Multipart, IsRefusedWhenItIsNone) {
  for (const std::string body :
       {"", "--xyz", "--xyz\r\n", "--xyz\r\nX: 1\r\n\r\nA", "--xyz\r\nX: 1\r\n--xyz--",
        "no boundary\r\n--abc--", "--xyzX: 1\r\n\r\nA\r\n--xyz--"}) {
    EXPECT_FALSE(parse_multipart(kType, body).has_value()) << body;
  }
  EXPECT_FALSE(parse_multipart("multipart/form-data", "--\r\n\r\nA\r\n----").has_value());
  EXPECT_FALSE(
      parse_multipart("multipart/form-data; boundary=" + std::string(71, 'x'), "").has_value());
  std::string many = "--xyz";
  for (size_t i = 0; i <= kMostParts; ++i) many += "\r\nX: 1\r\n\r\nA\r\n--xyz";
  EXPECT_FALSE(parse_multipart(kType, many + "--").has_value());
}

TEST(Multipart, RefusesAnEndlessHead) {
  const auto with_name = [](size_t length) {
    return "--xyz\r\nContent-Disposition: form-data; name=\"" + std::string(length, 'n') +
           "\"\r\n\r\nA\r\n--xyz--";
  };
  EXPECT_TRUE(parse_multipart(kType, with_name(8'000)).has_value());
  EXPECT_FALSE(parse_multipart(kType, with_name(9'000)).has_value());
}

}  // namespace
}  // namespace irisim::http
