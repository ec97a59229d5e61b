#include "base/text.h"

#include <gtest/gtest.h>

namespace irisim {
namespace {

using Strings = std::vector<std::string>;
using Views = std::vector<std::string_view>;

TEST(Text, IsTrimmedOfWhiteSpaceAtBothEnds) {
  EXPECT_EQ(trim(" \t\r\n a b \n"), "a b");
  EXPECT_EQ(trim(" \n "), "");
  EXPECT_EQ(trim(""), "");
}

TEST(Text, ChangesTheCaseOfAsciiOnly) {
  EXPECT_EQ(lower("Foc É"), "foc É");
  EXPECT_EQ(upper("foc é"), "FOC é");
  EXPECT_TRUE(equal_ignoring_case("PortIns", "portins"));
  EXPECT_FALSE(equal_ignoring_case("portin", "portins"));
  EXPECT_FALSE(equal_ignoring_case("portins", "portin"));
  EXPECT_FALSE(equal_ignoring_case("[", "{"));  // differ in the same bit as letters do
}

TEST(Text, HasAsManyCharactersAsAReaderSees) {
  EXPECT_EQ(count_characters(""), 0u);
  EXPECT_EQ(count_characters("Zürich"), 6u);
  EXPECT_EQ(count_characters("日本€😀"), 4u);
}

TEST(Text, IsSplitWithItsEmptyParts) {
  EXPECT_EQ(split("a/b", '/'), (Views{"a", "b"}));
  EXPECT_EQ(split("/a//", '/'), (Views{"", "a", "", ""}));
  EXPECT_EQ(split("", '/'), (Views{""}));
}

TEST(Text, IsJoinedWithItsEmptyParts) {
  EXPECT_EQ(join(Strings{"a", "b"}, ", "), "a, b");
  EXPECT_EQ(join(Strings{"", "a", ""}, "/"), "/a/");
  EXPECT_EQ(join(Strings{}, ", "), "");
}

TEST(Text, IsABooleanInAnyCase) {
  EXPECT_TRUE(is_true("TRUE"));
  EXPECT_FALSE(is_true("1"));
  EXPECT_TRUE(is_boolean("False"));
  EXPECT_FALSE(is_boolean(""));
  EXPECT_FALSE(is_boolean("no"));
}

TEST(Text, HasANearestCandidateWithinSoManyEdits) {
  const Strings cities = {"RALEIGH", "DURHAM"};
  EXPECT_EQ(nearest("raleigh", cities, 0), &cities[0]);
  EXPECT_EQ(nearest("Durhan", cities, 1), &cities[1]);
  EXPECT_EQ(nearest("Durn", cities, 2), nullptr);
}

TEST(Text, IsANumberAsAWholeOrNot) {
  EXPECT_EQ(to_number("42"), 42);
  EXPECT_EQ(to_number("-42"), -42);
  EXPECT_EQ(to_number("9223372036854775807"), 9223372036854775807);
  for (const char* text : {"", " 42", "42 ", "+42", "4.2", "0x42", "4e2", "9223372036854775808"}) {
    EXPECT_FALSE(to_number(text)) << text;
  }
}

TEST(DidYouMean, NamesTheNearestWithinTwoEdits) {
  const Strings states = {"SUBMITTED", "FOC", "COMPLETE", "CANCELLED"};
  EXPECT_EQ(did_you_mean("SUBMITED", states), " (did you mean 'SUBMITTED'?)");
  EXPECT_EQ(did_you_mean("canceled", states), " (did you mean 'CANCELLED'?)");
  EXPECT_EQ(did_you_mean("COMPLETED", states), " (did you mean 'COMPLETE'?)");
  EXPECT_EQ(did_you_mean("CMPLET", states), " (did you mean 'COMPLETE'?)");
  EXPECT_EQ(did_you_mean("CMPLT", states), "");
  EXPECT_EQ(did_you_mean("EXCEPTION", states), "");
}

TEST(DidYouMean, PrefersTheFirstOfTheNearest) {
  EXPECT_EQ(did_you_mean("from", Strings{"form", "fro", "frame"}), " (did you mean 'fro'?)");
  EXPECT_EQ(did_you_mean("ab", Strings{"aa", "bb"}), " (did you mean 'aa'?)");
}

TEST(DidYouMean, NamesTheOnlyOneThatTheTextIsAPartOf) {
  const Strings keys = {"probability", "customerOrderId", "order", "operation"};
  EXPECT_EQ(did_you_mean("prob", keys), " (did you mean 'probability'?)");
  EXPECT_EQ(did_you_mean("orderid", keys), " (did you mean 'order'?)");
  EXPECT_EQ(did_you_mean("erati", keys), " (did you mean 'operation'?)");
  EXPECT_EQ(did_you_mean("rde", keys), "");
  EXPECT_EQ(did_you_mean("at", keys), "");
}

TEST(DidYouMean, LeavesHalfOfAShortWord) {
  EXPECT_EQ(did_you_mean("tn", Strings{"pon"}), "");
  EXPECT_EQ(did_you_mean("pn", Strings{"pon"}), " (did you mean 'pon'?)");
}

TEST(DidYouMean, DoesNotLookAtLongTexts) {
  EXPECT_EQ(did_you_mean(std::string(65, 'a'), Strings{std::string(64, 'a')}), "");
}

}  // namespace
}  // namespace irisim
