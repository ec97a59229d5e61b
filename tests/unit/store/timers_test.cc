#include "store/timers.h"

#include <gtest/gtest.h>

#include "store/store.h"

namespace irisim::store {
namespace {

const Instant kTime = Instant(Millis(1000));

TEST(Timers, ComeByDueTimeThenBySequence) {
  Store store;
  store.timers.add(kTime + Millis(2), 1, "late");
  store.timers.add(kTime, 2, "first");
  store.timers.add(kTime + Millis(1), 3, "third");
  store.timers.add(kTime, 4, "second");
  std::vector<std::string> actions;
  while (const auto timer = store.timers.next()) {
    actions.push_back(timer->action);
    store.timers.remove(timer->sequence);
  }
  EXPECT_EQ(actions, (std::vector<std::string>{"first", "second", "third", "late"}));
}

TEST(Timers, OfTheSameTimeKeepTheirOrderWhenOthersAreRemoved) {
  Store store;
  store.timers.add(kTime, 1, "first");
  store.timers.add(kTime, 2, "removed");
  store.timers.remove_of_order(2);
  store.timers.add(kTime, 3, "second");
  EXPECT_EQ(store.timers.next()->action, "first");
  store.timers.remove(store.timers.next()->sequence);
  EXPECT_EQ(store.timers.next()->action, "second");
}

TEST(Timers, AreThoseOfTheirOrder) {
  Store store;
  store.timers.add(kTime, 1, "");
  store.timers.add(kTime - Millis(1), 2, "activate");
  const auto timers = store.timers.of_order(2);
  ASSERT_EQ(timers.size(), 1u);
  EXPECT_EQ(timers[0].due, kTime - Millis(1));
  EXPECT_EQ(timers[0].order_row, 2);
  EXPECT_EQ(timers[0].action, "activate");
  store.timers.remove_of_order(2);
  EXPECT_TRUE(store.timers.of_order(2).empty());
  ASSERT_TRUE(store.timers.next());
  EXPECT_EQ(store.timers.next()->order_row, 1);
}

}  // namespace
}  // namespace irisim::store
