#pragma once

#include <optional>

#include "base/time.h"

namespace irisim::webhook {

// So often is a delivery that has failed tried again.
constexpr int kRetries = 8;

// When a delivery that has failed so many times, the last time at `now`, is tried again; nothing
// when it is given up, or the clock would not come to it. The contract (/callbacks) has 8 retries
// over 40 minutes, of the world's clock, without saying when: one every five minutes.
std::optional<Instant> next_try(int failures, Instant now);

}  // namespace irisim::webhook
