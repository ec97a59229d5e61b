#include "http/target.h"

#include <gtest/gtest.h>

namespace irisim::http {
namespace {

using Segments = std::vector<std::string>;

Segments segments(std::string_view target) {
  const auto parsed = parse_target(target);
  return parsed.ok() ? parsed->segments : Segments{"error: " + parsed.error().message};
}

// One parameter of a query; "absent" when it has none of that name.
std::string parameter(std::string_view target, std::string_view name) {
  const auto parsed = parse_target(target);
  if (!parsed.ok()) return "error: " + parsed.error().message;
  return parsed->query.find(name).value_or("absent");
}

TEST(Target, IsTakenApart) {
  EXPECT_EQ(segments("/accounts/14/portins"), (Segments{"accounts", "14", "portins"}));
  EXPECT_EQ(segments("/accounts/14/portins?page=1&size=300"),
            (Segments{"accounts", "14", "portins"}));
  EXPECT_EQ(segments("/"), Segments{});
  EXPECT_EQ(segments(""), Segments{});
  EXPECT_EQ(segments("?a=b"), Segments{});
}

TEST(Target, DropsSlashesAtBothEndsAndKeepsEmptySegmentsWithin) {
  EXPECT_EQ(segments("/accounts/"), Segments{"accounts"});
  EXPECT_EQ(segments("/accounts//"), Segments{"accounts"});
  EXPECT_EQ(segments("//accounts/14"), (Segments{"accounts", "14"}));
  EXPECT_EQ(segments("/accounts//portins"), (Segments{"accounts", "", "portins"}));
  EXPECT_EQ(segments("//"), Segments{});
}

TEST(Target, IsPercentDecodedSegmentBySegment) {
  EXPECT_EQ(segments("/a%2Fb/c%20d/%C3%A9"), (Segments{"a/b", "c d", "\u00e9"}));
  EXPECT_EQ(segments("/a+b"), Segments{"a+b"});
  EXPECT_EQ(segments("/%41%6a%6A"), Segments{"Ajj"});
  EXPECT_EQ(segments("/%252F"), Segments{"%2F"});  // decoded once
  EXPECT_EQ(segments("/%3Fa%23"), Segments{"?a#"});
}

TEST(Target, RefusesAnEscapeThatIsNone) {
  EXPECT_EQ(segments("/a%"), Segments{"error: '%' is no percent-encoded byte"});
  EXPECT_EQ(segments("/a%4"), Segments{"error: '%4' is no percent-encoded byte"});
  EXPECT_EQ(segments("/a%zz/b"), Segments{"error: '%zz' is no percent-encoded byte"});
  EXPECT_EQ(segments("/a%4/b"), Segments{"error: '%4' is no percent-encoded byte"});
  EXPECT_EQ(segments("/a?x=%2"), Segments{"error: '%2' is no percent-encoded byte"});
  EXPECT_EQ(segments("/a?%g1=x"), Segments{"error: '%g1' is no percent-encoded byte"});
}

TEST(Target, HasNoFragment) {
  EXPECT_EQ(segments("/a/b#c/d?e=f"), (Segments{"a", "b"}));
  EXPECT_EQ(parameter("/a?x=1#y", "x"), "1");
}

TEST(Query, IsFoundWithoutRegardToCase) {
  EXPECT_EQ(parameter("/a?customerOrderId=X1", "customerorderid"), "X1");
  EXPECT_EQ(parameter("/a?page=1", "size"), "absent");
}

TEST(Query, IsDecoded) {
  EXPECT_EQ(parameter("/a?status=pending+documents", "status"), "pending documents");
  EXPECT_EQ(parameter("/a?status=pending%20documents", "status"), "pending documents");
  EXPECT_EQ(parameter("/a?to=2020-01-01T00:00:00%2B04:00", "to"), "2020-01-01T00:00:00+04:00");
  EXPECT_EQ(parameter("/a?a=b=c", "a"), "b=c");
  EXPECT_EQ(parameter("/a?a%26b=%3D", "a&b"), "=");
  EXPECT_EQ(parameter("/a?a=x?y", "a"), "x?y");
}

TEST(Query, ToleratesEmptyParts) {
  EXPECT_EQ(parameter("/a?&&b=1&", "b"), "1");
  EXPECT_EQ(parameter("/a?b", "b"), "");
  EXPECT_EQ(parameter("/a?b=", "b"), "");
  EXPECT_EQ(parameter("/a?", "b"), "absent");
}

TEST(Query, KeepsTheOrderAndFindsTheFirst) {
  const auto parsed = parse_target("/a?b=1&a=2&B=3");
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ(parsed->query.find("b"), "1");
  ASSERT_EQ(parsed->query.parameters().size(), 3u);
  EXPECT_EQ(parsed->query.parameters()[2].first, "B");
}

TEST(PercentEncode, IsUndoneByParsing) {
  std::string all;
  for (int c = 0; c < 256; ++c) all += static_cast<char>(c);
  EXPECT_EQ(segments("/" + percent_encode(all)), Segments{all});
  EXPECT_EQ(parameter("/?a=" + percent_encode(all), "a"), all);
  EXPECT_EQ(percent_encode("a b/\u00e9+~-"), "a%20b%2F%C3%A9%2B~-");
}

}  // namespace
}  // namespace irisim::http
