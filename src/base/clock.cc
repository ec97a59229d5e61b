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

Clock::Clock(const State& state) {
  restart(state);
}

Instant Clock::now_locked() const {
  if (mode_ == Mode::kManual) return base_;
  const std::chrono::duration<double, std::milli> elapsed = steady_now() - anchor_;
  return base_ + Millis(static_cast<int64_t>(elapsed.count() * speed_));
}

Clock::State Clock::state() const {
  const std::lock_guard lock(mutex_);
  return {mode_, now_locked(), speed_};
}

void Clock::restart(const State& state) {
  IRISIM_CHECK(state.speed > 0);
  const std::lock_guard lock(mutex_);
  mode_ = state.mode;
  speed_ = state.speed;
  base_ = state.now;
  anchor_ = steady_now();
}

void Clock::advance_to(Instant now) {
  const std::lock_guard lock(mutex_);
  base_ = std::max(now, now_locked());
  anchor_ = steady_now();
}

std::optional<Millis> Clock::until(Instant instant) const {
  const State state = this->state();
  if (state.mode == Mode::kManual) return std::nullopt;
  const double left = static_cast<double>((instant - state.now).count());
  const double wait =
      std::min(std::ceil(left / state.speed), static_cast<double>(kLongestWait.count()));
  return Millis(left <= 0 ? 0 : static_cast<int64_t>(wait));
}

}  // namespace irisim
