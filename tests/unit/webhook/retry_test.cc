#include "webhook/retry.h"

#include <gtest/gtest.h>

namespace irisim::webhook {
namespace {

using std::chrono::minutes;

TEST(Retry, ComesEightTimesWithinFortyMinutes) {
  Instant now{};
  int tries = 0;
  for (std::optional<Instant> next = now; next; next = next_try(++tries, now)) now = *next;
  EXPECT_EQ(tries, 9);
  EXPECT_EQ(now, Instant(minutes(40)));
}

TEST(Retry, DoesNotComeAfterTheLastInstant) {
  EXPECT_EQ(next_try(1, kLastInstant - minutes(4)), std::nullopt);
  EXPECT_EQ(next_try(1, kLastInstant - minutes(5)), kLastInstant);
}

}  // namespace
}  // namespace irisim::webhook
