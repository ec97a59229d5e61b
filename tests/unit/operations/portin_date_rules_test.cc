#include "operations/portin_date_rules.h"

#include <gtest/gtest.h>

namespace irisim::operations {
namespace {

using namespace std::chrono;

TEST(PortinDateRules, TheNextDateIsSoManyBusinessDaysAhead) {
  const Instant friday = Instant(Date(2025y / June / 6)) + 9h;
  EXPECT_EQ(next_foc_date(friday, 0), Date(2025y / June / 9));
  EXPECT_EQ(next_foc_date(friday, 1), Date(2025y / June / 9));
  EXPECT_EQ(next_foc_date(friday, 2), Date(2025y / June / 10));
  EXPECT_EQ(next_foc_date(friday, 5), Date(2025y / June / 13));
  const Instant before_holidays = Instant(Date(2025y / July / 2)) + 23h;
  EXPECT_EQ(next_foc_date(before_holidays, 2), Date(2025y / July / 7));
}

}  // namespace
}  // namespace irisim::operations
