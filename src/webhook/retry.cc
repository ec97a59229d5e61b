#include "webhook/retry.h"

namespace irisim::webhook {

std::optional<Instant> next_try(int failures, Instant now) {
  constexpr Millis kPause = std::chrono::minutes(5);
  if (failures > kRetries || now > kLastInstant - kPause) return std::nullopt;
  return now + kPause;
}

}  // namespace irisim::webhook
