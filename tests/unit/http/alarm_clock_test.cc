#include "http/alarm_clock.h"

#include <set>
#include <thread>

#include <gtest/gtest.h>

namespace irisim::http {
namespace {

using Time = AlarmClock::Time;

Time at(int seconds) {
  return Time(std::chrono::seconds(seconds));
}

std::vector<uint64_t> take_all(AlarmClock& clock, Time now) {
  std::vector<uint64_t> due;
  while (const auto id = clock.take_due(now)) due.push_back(*id);
  return due;
}

TEST(AlarmClock, RingsInTheOrderOfTime) {
  AlarmClock clock;
  clock.set(1, at(30));
  clock.set(2, at(10));
  clock.set(3, at(20));
  EXPECT_TRUE(take_all(clock, at(9)).empty());
  EXPECT_EQ(take_all(clock, at(20)), (std::vector<uint64_t>{2, 3}));
  EXPECT_EQ(take_all(clock, at(30)), (std::vector<uint64_t>{1}));
  EXPECT_TRUE(take_all(clock, at(1000)).empty());
}

TEST(AlarmClock, TellsWhenAnAlarmIsTheFirst) {
  AlarmClock clock;
  EXPECT_FALSE(clock.next());
  EXPECT_TRUE(clock.set(1, at(30)));
  EXPECT_FALSE(clock.set(2, at(40)));
  EXPECT_TRUE(clock.set(2, at(20)));
  EXPECT_EQ(clock.next(), at(20));
}

TEST(AlarmClock, RingsOnceAtTheTimeItWasMovedTo) {
  AlarmClock clock;
  clock.set(1, at(10));
  clock.set(1, at(30));
  EXPECT_TRUE(take_all(clock, at(10)).empty());
  EXPECT_LE(clock.next(), at(30));
  EXPECT_TRUE(take_all(clock, at(29)).empty());
  EXPECT_EQ(take_all(clock, at(30)), (std::vector<uint64_t>{1}));

  clock.set(2, at(60));
  clock.set(2, at(40));
  EXPECT_EQ(take_all(clock, at(40)), (std::vector<uint64_t>{2}));
  EXPECT_TRUE(take_all(clock, at(60)).empty());
}

TEST(AlarmClock, DoesNotRingWhenCancelled) {
  AlarmClock clock;
  clock.set(1, at(10));
  clock.set(2, at(10));
  clock.cancel(1);
  clock.cancel(3);  // never set
  EXPECT_EQ(take_all(clock, at(20)), (std::vector<uint64_t>{2}));
}

TEST(AlarmClock, RingsForWhoWasCancelledAndSetAgainAtTheNewTimeOnly) {
  AlarmClock clock;
  clock.set(1, at(10));
  clock.cancel(1);
  clock.set(1, at(30));
  EXPECT_TRUE(take_all(clock, at(20)).empty());
  EXPECT_EQ(take_all(clock, at(30)), (std::vector<uint64_t>{1}));
}

TEST(AlarmClock, LeavesAnAlarmThatIsSetAloneWhenAskedTo) {
  AlarmClock clock;
  clock.set(1, at(10));
  clock.set_if_none(1, at(5));
  clock.set_if_none(1, at(50));
  clock.set_if_none(2, at(7));
  EXPECT_EQ(take_all(clock, at(10)), (std::vector<uint64_t>{2, 1}));
  EXPECT_TRUE(take_all(clock, at(100)).empty());
}

TEST(AlarmClock, LosesNoneAmongManyThatAreMovedAndCancelled) {
  AlarmClock clock;
  constexpr uint64_t kMany = 20'000;  // enough for leftovers to be swept
  for (int round = 0; round < 3; ++round) {
    for (uint64_t id = 0; id < kMany; ++id) clock.set(id, at(100 - 10 * round));
  }
  for (uint64_t id = 0; id < kMany; ++id) {
    if (id % 10 != 0) clock.cancel(id);
  }
  EXPECT_TRUE(take_all(clock, at(79)).empty());
  const std::vector<uint64_t> due = take_all(clock, at(80));
  EXPECT_EQ(due.size(), kMany / 10);
  for (const uint64_t id : due) EXPECT_EQ(id % 10, 0u);
  EXPECT_EQ(std::set(due.begin(), due.end()).size(), due.size());
  EXPECT_TRUE(take_all(clock, at(1000)).empty());
}

TEST(AlarmClock, IsSafeToUseFromManyThreads) {
  AlarmClock clock;
  std::vector<std::thread> threads;
  for (uint64_t thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&clock, thread] {
      for (uint64_t id = thread * 1000; id < thread * 1000 + 1000; ++id) {
        clock.set(id, at(static_cast<int>(id % 7) + 1));
        if (id % 2 == 0) clock.cancel(id);
        clock.next();
        clock.take_due(at(0));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(take_all(clock, at(10)).size(), 2000u);
}

}  // namespace
}  // namespace irisim::http
