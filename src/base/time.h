#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace irisim {

// Times are UTC, in whole milliseconds. They are arguments: only base/clock reads the system's
// clock.
using Millis = std::chrono::milliseconds;
using Instant = std::chrono::sys_time<Millis>;
using Date = std::chrono::sys_days;

// The last one that can be written: 9999-12-31T23:59:59.999Z.
constexpr Instant kLastInstant = Instant(Millis(253402300799999));

// A date or a date with a time, as the API takes it.
struct Timestamp {
  Instant instant;  // of a date alone: its midnight, UTC
  Date date;        // the date as written, in the offset as written
  bool has_time = false;
};

// ISO 8601: "2013-05-10", "2013-05-10T15:14:22Z", "…T17:15:00.000+04:00". No offset means UTC.
std::optional<Timestamp> parse_timestamp(std::string_view text);

std::string format_instant(Instant instant);          // 2014-08-04T13:37:06.323Z
std::string format_instant_seconds(Instant instant);  // 2014-12-04T13:00:00Z
std::string format_date(Date date);                   // 2014-12-04

// As the service prints dates in the Difference of a history entry: Tue Jul 29 17:12:29 UTC 2014.
std::string format_java_date(Instant instant);

// As e-mails have it (RFC 5322): Mon, 02 Jun 2025 09:00:00 +0000.
std::string format_mail_date(Instant instant);

// As the service prints the time of a number's last change: 2014-03-25 12:55:11.0, with as many
// digits of the second as it has.
std::string format_java_timestamp(Instant instant);

// A number with a unit, or several: "500ms", "2s", "1h30m", "4d". Nothing when the unit is missing
// or unknown, or when it is more than a million days.
std::optional<Millis> parse_duration(std::string_view text);

// "5s" or "1500ms".
std::string format_duration(Millis time);

}  // namespace irisim
