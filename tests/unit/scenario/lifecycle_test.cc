#include "scenario/lifecycle.h"

#include <set>

#include <gtest/gtest.h>

namespace irisim::scenario {
namespace {

using namespace std::chrono_literals;
using States = std::vector<std::string>;

Transition timed(std::string from, std::string to, Millis after) {
  Transition transition;
  transition.from = std::move(from);
  transition.to = std::move(to);
  transition.after = after;
  return transition;
}

Transition acted(std::string from, std::string to, std::string on) {
  Transition transition;
  transition.from = std::move(from);
  transition.to = std::move(to);
  transition.on = std::move(on);
  return transition;
}

Lifecycle lifecycle() {
  return Lifecycle({acted("", "DRAFT", "draft"), acted("", "SUBMITTED", "create"),
                    acted("SUBMITTED", "CANCELLED", "cancel"), timed("SUBMITTED", "FOC", 2s),
                    timed("SUBMITTED", "EXCEPTION", 1s), acted("SUBMITTED", "FOC", "control"),
                    timed("FOC", "COMPLETE", 0ms)});
}

TEST(Lifecycle, MakesAnOrderByAnAction) {
  const Lifecycle l = lifecycle();
  ASSERT_NE(l.creation("create"), nullptr);
  EXPECT_EQ(l.creation("create")->to, "SUBMITTED");
  EXPECT_EQ(l.creation("draft")->to, "DRAFT");
  EXPECT_EQ(l.creation("cancel"), nullptr);
}

TEST(Lifecycle, TakesTheFirstOfEachKind) {
  const Lifecycle l = lifecycle();
  ASSERT_NE(l.timed("SUBMITTED"), nullptr);
  EXPECT_EQ(l.timed("SUBMITTED")->to, "FOC");
  ASSERT_NE(l.timed("FOC"), nullptr);  // no delay is a delay
  EXPECT_EQ(l.timed("COMPLETE"), nullptr);
  ASSERT_NE(l.on("SUBMITTED", "cancel"), nullptr);
  EXPECT_EQ(l.on("SUBMITTED", "cancel")->to, "CANCELLED");
  EXPECT_EQ(l.on("SUBMITTED", "supp"), nullptr);
  ASSERT_NE(l.leading("SUBMITTED", "FOC"), nullptr);
  EXPECT_TRUE(l.leading("SUBMITTED", "FOC")->after);
  EXPECT_EQ(l.leading("FOC", "SUBMITTED"), nullptr);
}

TEST(Lifecycle, KnowsTheNextStatesAndTheEnds) {
  const Lifecycle l = lifecycle();
  EXPECT_EQ(l.next_states("SUBMITTED"), (States{"CANCELLED", "FOC", "EXCEPTION"}));
  EXPECT_EQ(l.next_states("COMPLETE"), States{});
  EXPECT_TRUE(l.is_terminal("COMPLETE"));
  EXPECT_TRUE(l.is_terminal("DRAFT"));
  EXPECT_FALSE(l.is_terminal("FOC"));
}

TEST(Delay, IsTheTransitionsOwnWithoutJitter) {
  EXPECT_EQ(delay(timed("A", "B", 2s), 12345), 2s);
  EXPECT_EQ(delay(acted("A", "B", "supp"), 12345), 0s);
}

TEST(Delay, ReachesBothEndsOfItsJitterAndNothingBeyond) {
  Transition transition = timed("A", "B", 2s);
  transition.jitter = 3ms;
  std::set<Millis> delays;
  for (uint64_t roll = 0; roll < 100; ++roll) delays.insert(delay(transition, roll));
  EXPECT_EQ(delays, (std::set<Millis>{2000ms, 2001ms, 2002ms, 2003ms}));
  EXPECT_GE(delay(transition, UINT64_MAX), 2000ms);
  EXPECT_LE(delay(transition, UINT64_MAX), 2003ms);
}

}  // namespace
}  // namespace irisim::scenario
