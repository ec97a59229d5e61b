#pragma once

#include <chrono>
#include <mutex>
#include <optional>

#include "base/time.h"

namespace irisim {

// The only file that reads the system's clocks.

// The wall time, for logs and for the start of a real clock.
Instant wall_now();

// A time that only goes forward, for measuring and for waiting.
std::chrono::steady_clock::time_point steady_now();

// A world's clock: either follows the wall clock at a speed, or stands still until it is advanced.
// Virtual time drives timers, dates in bodies and expiry. Safe to use from any thread: a request
// may ask for the time before it waits for its world.
class Clock {
 public:
  enum class Mode { kReal, kManual };

  // Where a manual clock stands unless told otherwise: the same in each run, so that answers repeat
  // byte for byte.
  static Instant manual_start();

  struct State {
    Mode mode;
    Instant now;
    double speed;  // virtual milliseconds per millisecond; real mode only
  };
  explicit Clock(const State& state);
  Clock(Mode mode, Instant now, double speed = 1) : Clock(State{mode, now, speed}) {}

  State state() const;
  Instant now() const { return state().now; }
  Mode mode() const { return state().mode; }

  // Goes on from there.
  void restart(const State& state);

  // Moves the clock to a time not before now(); a real clock goes on from there.
  void advance_to(Instant now);

  // How long until the instant in wall time, at most 10,000 days; nothing on a manual clock, where
  // it never comes by itself.
  std::optional<Millis> until(Instant instant) const;

 private:
  Instant now_locked() const;

  mutable std::mutex mutex_;  // guards all below
  Mode mode_{};
  double speed_ = 1;
  Instant base_;  // virtual time at anchor_
  std::chrono::steady_clock::time_point anchor_;
};

}  // namespace irisim
