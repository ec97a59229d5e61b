#include "base/pattern.h"

#include <gtest/gtest.h>

namespace irisim {
namespace {

TEST(Pattern, MatchesWhatItsWildcardsStandFor) {
  EXPECT_TRUE(matches("", ""));
  EXPECT_TRUE(matches("*", ""));
  EXPECT_TRUE(matches("SLOW-*", "SLOW-"));
  EXPECT_TRUE(matches("SLOW-*", "SLOW-7"));
  EXPECT_TRUE(matches("9195550???", "9195550123"));
  EXPECT_TRUE(matches("*55*55*", "9195551255"));
  EXPECT_TRUE(matches("a*b*c", "axxbyybzc"));

  EXPECT_FALSE(matches("", "x"));
  EXPECT_FALSE(matches("SLOW-*", "slow-7"));
  EXPECT_FALSE(matches("SLOW-?", "SLOW-"));
  EXPECT_FALSE(matches("919555*1", "9195551234"));
  EXPECT_FALSE(matches("a*b*c", "axxbyybz"));
}

TEST(Pattern, CoversOnlyWhatItMatchesInWhole) {
  EXPECT_TRUE(covers("*", "919*"));
  EXPECT_TRUE(covers("919*", "919555*"));
  EXPECT_TRUE(covers("919*", "9195551234"));
  EXPECT_TRUE(covers("919???????", "919555????"));
  EXPECT_TRUE(covers("919*", "919*"));

  EXPECT_FALSE(covers("919555*", "919*"));
  EXPECT_FALSE(covers("919?", "919*"));  // the star may be no character, or two
  EXPECT_FALSE(covers("9191", "919?"));
  EXPECT_FALSE(covers("9195551234", "919555*"));
}

}  // namespace
}  // namespace irisim
