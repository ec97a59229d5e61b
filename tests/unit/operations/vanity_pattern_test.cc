#include "operations/vanity_pattern.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "base/telephone_number.h"

namespace irisim::operations {
namespace {

using Place = VanityPattern::Place;

bool matches(std::string_view text, Tn tn, Place place = Place::kAnywhere) {
  auto pattern = VanityPattern::parse(text, place);
  if (!pattern) return false;
  return std::ranges::binary_search(pattern->endings(npa_nxx_x(tn)), static_cast<int>(tn % 1000));
}

TEST(VanityPattern, LettersStandForTheDigitsOfTheirKeys) {
  constexpr char kLetters[] = "abcdefghijklmnopqrstuvwxyz";
  constexpr char kDigits[] = "22233344455566677778889999";
  for (int i = 0; i < 26; ++i) EXPECT_EQ(key_of(kLetters[i]), kDigits[i] - '0') << kLetters[i];
  EXPECT_EQ(key_of('Q'), 7);
  EXPECT_EQ(key_of('0'), 0);
  EXPECT_EQ(key_of('*'), std::nullopt);
  EXPECT_TRUE(matches("newcars", 9196392277));
  EXPECT_TRUE(matches("NEWCARS", 9196392277));
  EXPECT_FALSE(matches("newcars", 9196392278));
}

TEST(VanityPattern, IsFoundAnywhereInTheLastSevenDigits) {
  for (const Tn tn : {9193422000, 9195342200, 9195534220, 9195553422, 9195555342})
    EXPECT_TRUE(matches("342", tn)) << tn;
  EXPECT_FALSE(matches("919", 9195553420));  // the area code does not count
  EXPECT_FALSE(matches("955", 9195523420));  // nor does a part of it
}

TEST(VanityPattern, IsFoundOnlyAtTheEndIfItHasToBe) {
  EXPECT_TRUE(matches("342", 9195555342, Place::kEnd));
  EXPECT_FALSE(matches("342", 9195553420, Place::kEnd));
}

TEST(VanityPattern, AnUnderscoreIsExactlyOneDigit) {
  EXPECT_TRUE(matches("3_2", 9195555302, Place::kEnd));
  EXPECT_TRUE(matches("3?2", 9195555392, Place::kEnd));
  EXPECT_FALSE(matches("3_2", 9195555032, Place::kEnd));
}

TEST(VanityPattern, AnAsteriskIsAnyDigitsOrNone) {
  EXPECT_TRUE(matches("3*22", 9195555322, Place::kEnd));
  EXPECT_TRUE(matches("3*22", 9193555522, Place::kEnd));
  EXPECT_FALSE(matches("3*22", 9195555522, Place::kEnd));
  EXPECT_TRUE(matches("12*9", 9195512349));
}

TEST(VanityPattern, GivesTheMatchingEndingsOfABlock) {
  auto end = VanityPattern::parse("1234", Place::kEnd);
  EXPECT_EQ(end->endings(9195551), std::vector{234});
  EXPECT_TRUE(end->endings(9195552).empty());
  auto anywhere = VanityPattern::parse("5512", Place::kAnywhere);
  EXPECT_EQ(anywhere->endings(9195512).size(), 1000u);
  auto any = VanityPattern::parse("", Place::kEnd);
  EXPECT_EQ(any->endings(9195551).size(), 1000u);
}

TEST(VanityPattern, RefusesOtherCharacters) {
  EXPECT_FALSE(VanityPattern::parse("ab-c", Place::kEnd).has_value());
  EXPECT_FALSE(VanityPattern::parse("ab c", Place::kEnd).has_value());
}

}  // namespace
}  // namespace irisim::operations
