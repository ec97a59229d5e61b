#pragma once

#include <chrono>
#include <optional>

#include "base/time.h"

namespace irisim {

// The only file that reads the system's clocks.

// The wall time, for logs and for the start of a real clock.
Instant wall_now();

// A time that only goes forward, for measuring and for waiting.
std::chrono::steady_clock::time_point steady_now();

// A world's clock: either follows the wall clock at a speed, or stands still until it is advanced.
// Virtual time drives timers, dates in bodies and expiry. Not thread-safe: a world's clock is used
// under the world's lock.
class Clock {
 public:
  enum class Mode { kReal, kManual };

  // Where a manual clock stands unless told otherwise: the same in each run, so that answers repeat
  // byte for byte.
  static Instant manual_start();

  Clock(Mode mode, Instant now, double speed = 1);

  Instant now() const;
  Mode mode() const { return mode_; }
  double speed() const { return speed_; }  // virtual milliseconds per millisecond; real mode only

  // Moves the clock to a time not before now(); a real clock goes on from there.
  void advance_to(Instant now);

  // How long until the instant in wall time, at most 10,000 days; nothing on a manual clock, where
  // it never comes by itself.
  std::optional<Millis> until(Instant instant) const;

 private:
  Mode mode_;
  double speed_;
  Instant base_;  // virtual time at anchor_
  std::chrono::steady_clock::time_point anchor_;
};

}  // namespace irisim
