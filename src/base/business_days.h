#pragma once

#include "base/time.h"

namespace irisim {

// The calendar of U.S. porting: no port is due on a weekend or a federal holiday. Computed for any
// year, with the observed day where a fixed holiday falls on a weekend.
bool is_business_day(Date date);

// The first business day after the date.
Date next_business_day(Date date);

// A wall-clock time in U.S. Eastern time, in which the porting centers work, as UTC (daylight
// saving as since 2007; of an hour that comes twice in autumn, the first).
Instant eastern_time(Date date, std::chrono::minutes since_midnight);

}  // namespace irisim
