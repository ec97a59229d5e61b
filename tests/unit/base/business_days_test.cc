#include "base/business_days.h"

#include <array>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace irisim {
namespace {

using namespace std::chrono;

// The holidays of a year that are no Saturday or Sunday, by going through all of its days.
std::vector<std::string> weekday_holidays(year y) {
  std::vector<std::string> holidays;
  for (Date date = y / January / 1; date < Date((y + years(1)) / January / 1); date += days(1)) {
    const weekday day(date);
    if (day != Saturday && day != Sunday && !is_business_day(date))
      holidays.push_back(format_date(date).substr(5));
  }
  return holidays;
}

using Days = std::vector<std::string>;

// As the U.S. Office of Personnel Management publishes them.
TEST(BusinessDays, KnowsTheFederalHolidays) {
  EXPECT_EQ(weekday_holidays(2023y), (Days{"01-02", "01-16", "02-20", "05-29", "06-19", "07-04",
                                           "09-04", "10-09", "11-10", "11-23", "12-25"}));
  EXPECT_EQ(weekday_holidays(2024y), (Days{"01-01", "01-15", "02-19", "05-27", "06-19", "07-04",
                                           "09-02", "10-14", "11-11", "11-28", "12-25"}));
  EXPECT_EQ(weekday_holidays(2025y), (Days{"01-01", "01-20", "02-17", "05-26", "06-19", "07-04",
                                           "09-01", "10-13", "11-11", "11-27", "12-25"}));
  EXPECT_EQ(weekday_holidays(2026y), (Days{"01-01", "01-19", "02-16", "05-25", "06-19", "07-03",
                                           "09-07", "10-12", "11-11", "11-26", "12-25"}));
}

TEST(BusinessDays, KeepsANewYearOnASaturdayInTheYearBefore) {
  EXPECT_EQ(weekday_holidays(2021y), (Days{"01-01", "01-18", "02-15", "05-31", "06-18", "07-05",
                                           "09-06", "10-11", "11-11", "11-25", "12-24", "12-31"}));
  EXPECT_EQ(weekday_holidays(2022y), (Days{"01-17", "02-21", "05-30", "06-20", "07-04", "09-05",
                                           "10-10", "11-11", "11-24", "12-26"}));
}

TEST(BusinessDays, DoesNotTakeWeekends) {
  EXPECT_TRUE(is_business_day(2025y / June / 6));
  EXPECT_FALSE(is_business_day(2025y / June / 7));
  EXPECT_FALSE(is_business_day(2025y / June / 8));
  EXPECT_TRUE(is_business_day(2025y / June / 9));
}

TEST(BusinessDays, TheNextOneIsAfterTheDateWhateverTheDateIs) {
  const auto next = [](Date date) { return format_date(next_business_day(date)); };
  EXPECT_EQ(next(2025y / June / 2), "2025-06-03");
  EXPECT_EQ(next(2025y / June / 6), "2025-06-09");  // over a weekend
  EXPECT_EQ(next(2025y / July / 3), "2025-07-07");  // Independence Day and a weekend
  EXPECT_EQ(next(2021y / December / 30), "2022-01-03");
  EXPECT_EQ(next(2022y / December / 30), "2023-01-03");
}

TEST(EasternTime, IsFourOrFiveHoursBehindUtc) {
  const auto half_past_eleven = [](Date date) {
    return format_instant(eastern_time(date, 690min));
  };
  EXPECT_EQ(half_past_eleven(2025y / January / 15), "2025-01-15T16:30:00.000Z");
  EXPECT_EQ(half_past_eleven(2025y / June / 10), "2025-06-10T15:30:00.000Z");
  EXPECT_EQ(half_past_eleven(2025y / March / 7), "2025-03-07T16:30:00.000Z");
  EXPECT_EQ(half_past_eleven(2025y / March / 9), "2025-03-09T15:30:00.000Z");
  EXPECT_EQ(half_past_eleven(2025y / October / 31), "2025-10-31T15:30:00.000Z");
  EXPECT_EQ(half_past_eleven(2025y / November / 2), "2025-11-02T16:30:00.000Z");
  EXPECT_EQ(half_past_eleven(2024y / November / 1), "2024-11-01T15:30:00.000Z");
  EXPECT_EQ(half_past_eleven(2024y / November / 4), "2024-11-04T16:30:00.000Z");
}

TEST(EasternTime, ChangesAtTwoInTheMorning) {
  const auto at = [](Date date, minutes time) { return format_instant(eastern_time(date, time)); };
  EXPECT_EQ(at(2025y / March / 9, 119min), "2025-03-09T06:59:00.000Z");
  EXPECT_EQ(at(2025y / March / 9, 180min), "2025-03-09T07:00:00.000Z");
  EXPECT_EQ(at(2025y / November / 2, 30min), "2025-11-02T04:30:00.000Z");
  EXPECT_EQ(at(2025y / November / 2, 120min), "2025-11-02T07:00:00.000Z");
}

}  // namespace
}  // namespace irisim
