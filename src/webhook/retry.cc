#include "webhook/retry.h"

namespace irisim::webhook {

std::optional<Instant> next_try(int failures, Instant now) {
  constexpr int kRetries = 8;
  constexpr Millis kPause = std::chrono::minutes(5);
  if (failures > kRetries) return std::nullopt;
  return now + kPause;
}

}  // namespace irisim::webhook
