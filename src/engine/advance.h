#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "engine/visitor.h"

namespace irisim::engine {

// How far something is that takes its time.
enum class Progress {
  kOver,
  kWaits,  // for something else to happen
  kMore,   // could go on, but lets others have their turn
};

// A clock that is being moved on (World::go_on).
struct Advance {
  std::optional<Instant> target;    // absent: until nothing more happens by itself
  std::vector<Happening> happened;  // so far, in order
  int stops = 0;                    // at timers, digests and deliveries
  std::optional<uint64_t> epoch;    // of the world in which it began
  std::optional<Error> error;       // why it ended before the target; all up to there is done
};

}  // namespace irisim::engine
