#include "json/value.h"

#include <cmath>

#include <gtest/gtest.h>

namespace irisim::json {
namespace {

std::string again(std::string_view text) {
  const auto value = parse(text);
  return value.ok() ? print(*value) : "error: " + value.error().message;
}

TEST(Json, KeepsValuesAndTheirOrder) {
  EXPECT_EQ(again(R"({"z":1,"a":[true,null,-2.5,"x"],"m":{}})"),
            "{\n  \"z\": 1,\n  \"a\": [\n    true,\n    null,\n    -2.5,\n    \"x\"\n  ],\n"
            "  \"m\": {}\n}\n");
}

TEST(Json, FindsMembers) {
  const auto value = parse(R"({"a":{"b":7}})");
  ASSERT_TRUE(value.ok());
  ASSERT_NE(value->find("a"), nullptr);
  ASSERT_NE(value->find("a")->find("b"), nullptr);
  EXPECT_EQ(*value->find("a")->find("b")->integer(), 7);
  EXPECT_EQ(value->find("A"), nullptr);
  EXPECT_EQ(Value(3).find("a"), nullptr);
  EXPECT_TRUE(Value().is_null());
}

TEST(Json, KeepsWholeNumbersThatFit) {
  EXPECT_EQ(*parse("9223372036854775807")->integer(), INT64_MAX);
  EXPECT_EQ(*parse("-9223372036854775808")->integer(), INT64_MIN);
}

TEST(Json, TakesLargerNumbersAsRealOnes) {
  for (const char* text : {"9223372036854775808", "18446744073709551615", "18446744073709551616"}) {
    const auto value = parse(text);
    ASSERT_TRUE(value.ok()) << text;
    EXPECT_EQ(value->integer(), nullptr) << text;
    ASSERT_NE(value->real(), nullptr) << text;
    EXPECT_GT(*value->real(), 9.2e18) << text;
  }
}

TEST(Json, RefusesNumbersThatNothingHolds) {
  for (const char* text : {"1e400", "-1e400", "[1, 1e999]"}) {
    const auto value = parse(text);
    ASSERT_FALSE(value.ok()) << text;
    EXPECT_NE(value.error().message.find("number overflow"), std::string::npos)
        << value.error().message;
  }
}

TEST(Json, PrintsNoNumberThatIsNone) {
  EXPECT_EQ(print(Value(std::nan(""))), "null\n");
  EXPECT_EQ(print(Value(HUGE_VAL)), "null\n");
}

TEST(Json, BoundsTheDepth) {
  const auto nested = [](size_t levels) {
    return std::string(levels, '[') + std::string(levels, ']');
  };
  EXPECT_TRUE(parse(nested(64)).ok());
  EXPECT_FALSE(parse(nested(66)).ok());
  EXPECT_EQ(parse(nested(1'000'000)).error().message, "nested deeper than 64 levels");
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += R"({"a":)";
  EXPECT_FALSE(parse(objects).ok());
}

TEST(Json, SaysWhereAFaultIs) {
  const auto value = parse("{\"a\": 1,\n \"b\": }");
  ASSERT_FALSE(value.ok());
  EXPECT_NE(value.error().message.find("line 2, column 7"), std::string::npos)
      << value.error().message;
  EXPECT_EQ(value.error().message.find("[json.exception"), std::string::npos);
}

TEST(Json, RefusesWhatIsNone) {
  for (const char* text : {"", " ", "{", "[1,]", "{\"a\":1,}", "{a:1}", "'a'", "01", "+1", "NaN",
                           "nul", "1 2", "\"\xff\"", "\"a\nb\"", "\"\\ud800\""}) {
    EXPECT_FALSE(parse(text).ok()) << text;
  }
  EXPECT_FALSE(parse(std::string_view("1\0", 2)).ok());
}

TEST(Json, EscapesText) {
  const std::string text = "a\"b\\c\n\t\x01 \u00e9\U0001f600";
  EXPECT_EQ(*parse(print(Value(text)))->text(), text);
}

TEST(Json, PrintsTextThatIsNoUtf8) {
  EXPECT_EQ(print(Value("a\xff")), "\"a\ufffd\"\n");
}

TEST(Json, TakesTheLastOfMembersOfOneName) {
  const auto value = parse(R"({"a":1,"a":2})");
  ASSERT_TRUE(value.ok());
  EXPECT_EQ(value->object()->size(), 1u);
  EXPECT_EQ(*value->find("a")->integer(), 2);
}

}  // namespace
}  // namespace irisim::json
