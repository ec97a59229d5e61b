#include "base/business_days.h"

#include <algorithm>

namespace irisim {
namespace {

using namespace std::chrono;

// A fixed holiday on a Saturday is kept on the Friday before, one on a Sunday on the Monday after.
Date observed(Date date) {
  const weekday day(date);
  if (day == Saturday) return date - days(1);
  if (day == Sunday) return date + days(1);
  return date;
}

bool is_holiday(Date date) {
  const year y = year_month_day(date).year();
  const Date holidays[] = {
      observed(y / January / 1),               // New Year's Day
      observed((y + years(1)) / January / 1),  // may be observed on December 31
      y / January / Monday[3],                 // Martin Luther King Jr. Day
      y / February / Monday[3],                // Presidents' Day
      y / May / Monday[last],                  // Memorial Day
      observed(y / June / 19),                 // Juneteenth
      observed(y / July / 4),                  // Independence Day
      y / September / Monday[1],               // Labor Day
      y / October / Monday[2],                 // Columbus Day
      observed(y / November / 11),             // Veterans Day
      y / November / Thursday[4],              // Thanksgiving
      observed(y / December / 25),             // Christmas
  };
  return std::ranges::find(holidays, date) != std::end(holidays);
}

}  // namespace

bool is_business_day(Date date) {
  const weekday day(date);
  return day != Saturday && day != Sunday && !is_holiday(date);
}

Date next_business_day(Date date) {
  do {
    date += days(1);
  } while (!is_business_day(date));
  return date;
}

Instant eastern_time(Date date, minutes since_midnight) {
  const year y = year_month_day(date).year();
  const Instant spring = Date(y / March / Sunday[2]) + hours(2);
  const Instant autumn = Date(y / November / Sunday[1]) + hours(2);
  const Instant local = Instant(date) + since_midnight;
  const bool daylight = local >= spring && local < autumn;
  return local + (daylight ? hours(4) : hours(5));
}

}  // namespace irisim
