#pragma once

#include <cstdint>

#include "base/clock.h"
#include "base/ids.h"

namespace irisim::store {

// What makes a world go on as it would have, besides its tables and counters.
struct State {
  Dice dice;
  Clock::State clock;
  Instant saved_at;  // the wall time at which the clock was so late
};

}  // namespace irisim::store
