#include "scenario/lifecycle.h"

#include <gtest/gtest.h>

namespace irisim::scenario {
namespace {

using namespace std::chrono_literals;
using States = std::vector<std::string>;

Transition timed(std::string from, std::string to, Millis after) {
  Transition transition;
  transition.from = std::move(from);
  transition.to = std::move(to);
  transition.trigger = Transition::Trigger::kDelay;
  transition.delay.least = after;
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
  EXPECT_TRUE(l.leading("SUBMITTED", "FOC")->is_timed());
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

TEST(Lifecycle, PassesOverWhatAnOrderHasUsedUp) {
  Transition rejected = timed("SUBMITTED", "EXCEPTION", 1s);
  rejected.times = 1;
  const Lifecycle l({rejected, timed("SUBMITTED", "FOC", 2s)});
  EXPECT_TRUE(l.has_limits());
  EXPECT_EQ(l.timed("SUBMITTED")->to, "EXCEPTION");
  EXPECT_EQ(l.timed("SUBMITTED", {{"SUBMITTED > EXCEPTION", 1}})->to, "FOC");
}

TEST(Lifecycle, CountsTransitionsBetweenTheSameStatesApart) {
  Transition first = timed("SUBMITTED", "EXCEPTION", 1s);
  first.times = 1;
  Transition second = first;
  second.note = "again";
  const Lifecycle l({first, second});
  const Counts once = {{l.timed("SUBMITTED")->step, 1}};
  ASSERT_NE(l.timed("SUBMITTED", once), nullptr);
  EXPECT_EQ(l.timed("SUBMITTED", once)->note, "again");
}

TEST(Lifecycle, LiesOverAnother) {
  const Lifecycle upper({timed("SUBMITTED", "CANCELLED", 1s)});
  const Lifecycle both = lay_over(upper, lifecycle());
  EXPECT_EQ(both.timed("SUBMITTED")->to, "CANCELLED");
  EXPECT_EQ(both.timed("FOC")->to, "COMPLETE");
  EXPECT_EQ(both.creation("create")->to, "SUBMITTED");
}

}  // namespace
}  // namespace irisim::scenario
