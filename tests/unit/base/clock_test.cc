#include "base/clock.h"

#include <gtest/gtest.h>

namespace irisim {
namespace {

using namespace std::chrono;

const Instant kStart = Date(2025y / June / 2) + 9h;

TEST(ManualClock, StandsStillUntilItIsAdvanced) {
  Clock clock(Clock::Mode::kManual, kStart);
  EXPECT_EQ(clock.now(), kStart);
  EXPECT_EQ(clock.until(kStart + 1h), std::nullopt);
  clock.advance_to(kStart + 96h);
  EXPECT_EQ(clock.now(), kStart + 96h);
}

TEST(ManualClock, NeverGoesBack) {
  Clock clock(Clock::Mode::kManual, kStart);
  clock.advance_to(kStart - 1ms);
  EXPECT_EQ(clock.now(), kStart);
}

TEST(ManualClock, StartsOnTheSameMondayInEachRun) {
  EXPECT_EQ(format_instant(Clock::manual_start()), "2025-06-02T09:00:00.000Z");
}

TEST(RealClock, FollowsTheWallClockAtItsSpeed) {
  const auto before = steady_now();
  const Clock clock(Clock::Mode::kReal, kStart, 1000);
  Instant now = clock.now();
  while (now - kStart < 1s) now = clock.now();  // a millisecond of the wall clock
  const auto passed = steady_now() - before;
  EXPECT_GE(passed, 1ms);
  EXPECT_LE(now - kStart, 1000 * passed);
}

TEST(RealClock, GoesOnFromWhereItIsAdvancedTo) {
  Clock clock(Clock::Mode::kReal, kStart, 1);
  clock.advance_to(kStart + 96h);
  EXPECT_GE(clock.now(), kStart + 96h);
  EXPECT_LT(clock.now(), kStart + 97h);
  clock.advance_to(kStart);
  EXPECT_GE(clock.now(), kStart + 96h);
}

TEST(RealClock, WaitsInWallTime) {
  const Clock fast(Clock::Mode::kReal, kStart, 3600);
  ASSERT_TRUE(fast.until(kStart + 1h));
  EXPECT_LE(*fast.until(kStart + 1h), 1s);
  EXPECT_EQ(fast.until(kStart - 1ms), 0ms);
}

TEST(RealClock, NeverWaitsTooShortForADueTime) {
  const Clock fast(Clock::Mode::kReal, kStart, 1e6);
  EXPECT_GE(*fast.until(kStart + 24h * 365), 1ms);
}

TEST(RealClock, WaitsForABoundedTime) {
  const Clock slow(Clock::Mode::kReal, kStart, 1e-9);
  EXPECT_EQ(slow.until(kStart + days(1'000'000)), days(10'000));
}

TEST(ClockDeathTest, HasAPositiveSpeed) {
  EXPECT_DEATH(Clock(Clock::Mode::kReal, kStart, 0), "speed > 0");
}

}  // namespace
}  // namespace irisim
