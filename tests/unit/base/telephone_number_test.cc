#include "base/telephone_number.h"

#include <gtest/gtest.h>

namespace irisim {
namespace {

TEST(TelephoneNumber, IsTenDigitsOfTheNumberingPlan) {
  EXPECT_EQ(parse_tn("9195551234"), 9195551234);
  for (const char* text : {"", "919555123", "91955512345", "0195551234", "1195551234", "9190551234",
                           "9115551234", "9199111234", "919555123x", "+919555123"}) {
    EXPECT_FALSE(parse_tn(text)) << text;
  }
  EXPECT_EQ(format_tn(9195551234), "9195551234");
}

TEST(TelephoneNumber, HasTheCodesByWhichItIsFound) {
  EXPECT_EQ(npa(9195551234), 919);
  EXPECT_EQ(npa_nxx(9195551234), 919555);
  EXPECT_EQ(npa_nxx_x(9195551234), 9195551);
}

TEST(TelephoneNumber, IsTollFreeByItsCode) {
  EXPECT_TRUE(is_toll_free(8005551234));
  EXPECT_TRUE(is_toll_free(8335551234));
  EXPECT_FALSE(is_toll_free(8105551234));
  EXPECT_FALSE(is_toll_free(9195551234));
}

}  // namespace
}  // namespace irisim
