#include "base/clock.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace irisim {
namespace {

// Far from the end of what the steady clock can count to.
constexpr Millis kLongestWait = std::chrono::days(10'000);

}  // namespace

Instant wall_now() {
  return std::chrono::floor<Millis>(std::chrono::system_clock::now());
}

std::chrono::steady_clock::time_point steady_now() {
  return std::chrono::steady_clock::now();
}

Instant Clock::manual_start() {
  using namespace std::chrono;
  return Instant(Date(year(2025) / June / 2)) + hours(9);  // a Monday
}

Clock::Clock(Mode mode, Instant now, double speed)
    : mode_(mode), speed_(speed), base_(now), anchor_(steady_now()) {
  IRISIM_CHECK(speed > 0);
}

Instant Clock::now() const {
  if (mode_ == Mode::kManual) return base_;
  const std::chrono::duration<double, std::milli> elapsed = steady_now() - anchor_;
  return base_ + Millis(static_cast<int64_t>(elapsed.count() * speed_));
}

void Clock::advance_to(Instant now) {
  base_ = std::max(now, this->now());
  anchor_ = steady_now();
}

std::optional<Millis> Clock::until(Instant instant) const {
  if (mode_ == Mode::kManual) return std::nullopt;
  const double left = static_cast<double>((instant - now()).count());
  const double wait = std::min(std::ceil(left / speed_), static_cast<double>(kLongestWait.count()));
  return Millis(left <= 0 ? 0 : static_cast<int64_t>(wait));
}

}  // namespace irisim
