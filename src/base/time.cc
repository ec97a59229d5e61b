#include "base/time.h"

#include <array>
#include <cstdio>
#include <utility>

#include "base/text.h"

namespace irisim {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hh_mm_ss;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::year_month_day;

constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

// Takes text apart from left to right; each call fails for good once one has failed.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  int digits(size_t count) {
    if (failed_ || rest_.size() < count || !all_digits(rest_.substr(0, count))) return fail();
    const long value = *to_number(rest_.substr(0, count));
    rest_.remove_prefix(count);
    return static_cast<int>(value);
  }
  bool optional(char c) {
    if (failed_ || rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void expect(char c) {
    if (!optional(c)) fail();
  }
  // A fraction of a second of any length, as milliseconds.
  int fraction() {
    size_t count = 0;
    int value = 0;
    for (; !rest_.empty() && all_digits(rest_.substr(0, 1)); ++count) {
      if (count < 3) value = value * 10 + (rest_.front() - '0');
      rest_.remove_prefix(1);
    }
    if (count == 0) return fail();
    for (; count < 3; ++count) value *= 10;
    return value;
  }
  bool at_end() const { return rest_.empty(); }
  bool failed() const { return failed_; }

 private:
  int fail() {
    failed_ = true;
    return 0;
  }

  std::string_view rest_;
  bool failed_ = false;
};

template <class... Args>
std::string print(const char* format, Args... args) {
  std::array<char, 64> buffer;
  const int size = std::snprintf(buffer.data(), buffer.size(), format, args...);
  return std::string(buffer.data(), static_cast<size_t>(size));
}

struct Fields {
  int year;
  unsigned month, day;
  int hour, minute, second, millis;
  unsigned weekday;

  explicit Fields(Instant instant) {
    const Date date = floor<days>(instant);
    const year_month_day ymd(date);
    const hh_mm_ss<Millis> time(instant - date);
    year = static_cast<int>(ymd.year());
    month = static_cast<unsigned>(ymd.month());
    day = static_cast<unsigned>(ymd.day());
    hour = static_cast<int>(time.hours().count());
    minute = static_cast<int>(time.minutes().count());
    second = static_cast<int>(time.seconds().count());
    millis = static_cast<int>(time.subseconds().count());
    weekday = std::chrono::weekday(date).c_encoding();
  }
};

}  // namespace

std::optional<Timestamp> parse_timestamp(std::string_view text) {
  Scanner scan(text);
  const std::chrono::year year(scan.digits(4));
  scan.expect('-');
  const std::chrono::month month(static_cast<unsigned>(scan.digits(2)));
  scan.expect('-');
  const std::chrono::day day(static_cast<unsigned>(scan.digits(2)));
  const year_month_day ymd(year, month, day);
  if (scan.failed() || !ymd.ok()) return std::nullopt;
  const Date date(ymd);
  if (scan.at_end()) return Timestamp{Instant(date), date, false};

  scan.expect('T');
  const int hour = scan.digits(2);
  scan.expect(':');
  const int minute = scan.digits(2);
  const int second = scan.optional(':') ? scan.digits(2) : 0;
  const int millis = scan.optional('.') ? scan.fraction() : 0;
  Millis offset(0);
  if (!scan.at_end() && !scan.optional('Z')) {
    const bool east = scan.optional('+');
    if (!east) scan.expect('-');
    const int offset_hours = scan.digits(2);
    scan.optional(':');
    const int offset_minutes = scan.digits(2);
    if (offset_minutes > 59) return std::nullopt;
    offset = hours(offset_hours) + minutes(offset_minutes);
    if (!east) offset = -offset;
  }
  if (scan.failed() || !scan.at_end() || hour > 23 || minute > 59 || second > 59 ||
      offset > hours(18) || offset < -hours(18)) {
    return std::nullopt;
  }
  const Instant local =
      Instant(date) + hours(hour) + minutes(minute) + seconds(second) + Millis(millis);
  return Timestamp{local - offset, date, true};
}

std::string format_instant(Instant instant) {
  const Fields f(instant);
  return print("%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", f.year, f.month, f.day, f.hour, f.minute,
               f.second, f.millis);
}

std::string format_instant_seconds(Instant instant) {
  const Fields f(instant);
  return print("%04d-%02u-%02uT%02d:%02d:%02dZ", f.year, f.month, f.day, f.hour, f.minute,
               f.second);
}

std::string format_date(Date date) {
  const Fields f{Instant(date)};
  return print("%04d-%02u-%02u", f.year, f.month, f.day);
}

std::string format_java_date(Instant instant) {
  const Fields f(instant);
  return print("%s %s %02u %02d:%02d:%02d UTC %04d", kDays[f.weekday], kMonths[f.month - 1], f.day,
               f.hour, f.minute, f.second, f.year);
}

std::string format_mail_date(Instant instant) {
  const Fields f(instant);
  return print("%s, %02u %s %04d %02d:%02d:%02d +0000", kDays[f.weekday], f.day,
               kMonths[f.month - 1], f.year, f.hour, f.minute, f.second);
}

std::string format_java_timestamp(Instant instant) {
  const Fields f(instant);
  std::string text = print("%04d-%02u-%02u %02d:%02d:%02d.%03d", f.year, f.month, f.day, f.hour,
                           f.minute, f.second, f.millis);
  const size_t least = text.find('.') + 2;
  while (text.size() > least && text.back() == '0') text.pop_back();
  return text;
}

std::optional<Millis> parse_duration(std::string_view text) {
  static constexpr std::pair<std::string_view, Millis> kUnits[] = {
      {"ms", Millis(1)}, {"s", seconds(1)}, {"m", minutes(1)}, {"h", hours(1)}, {"d", days(1)}};
  constexpr size_t kMostDigits = 9;
  constexpr Millis kLongest = days(1'000'000);  // keeps sums with it far from an overflow
  Millis total(0);
  if (text.empty()) return std::nullopt;
  while (!text.empty()) {
    const size_t digits = text.find_first_not_of("0123456789");
    if (digits == 0 || digits > kMostDigits) return std::nullopt;
    const long count = *to_number(text.substr(0, digits));
    text.remove_prefix(digits);
    const std::string_view unit = text.substr(0, text.find_first_of("0123456789"));
    text.remove_prefix(unit.size());
    bool known = false;
    for (const auto& [name, length] : kUnits) {
      if (name != unit) continue;
      total += count * length;
      known = true;
    }
    if (!known || total > kLongest) return std::nullopt;
  }
  return total;
}

std::string format_duration(Millis time) {
  constexpr Millis kSecond = std::chrono::seconds(1);
  return time % kSecond == Millis(0) ? std::to_string(time / kSecond) + "s"
                                     : std::to_string(time.count()) + "ms";
}

}  // namespace irisim
