#include "store/timers.h"

#include <gtest/gtest.h>

#include "store/store.h"

namespace irisim::store {
namespace {

const Instant kTime = Instant(Millis(1000));

TEST(Timers, ComeByDueTimeThenBySequence) {
  Store store;
  store.timers.set(1, kTime + Millis(2), "late");
  store.timers.set(2, kTime, "first");
  store.timers.set(3, kTime + Millis(1), "third");
  store.timers.set(4, kTime, "second");
  std::vector<std::string> actions;
  while (const auto timer = store.timers.next()) {
    actions.push_back(timer->action);
    store.timers.remove(timer->order_row);
  }
  EXPECT_EQ(actions, (std::vector<std::string>{"first", "second", "third", "late"}));
}

TEST(Timers, OfTheSameTimeKeepTheirOrderWhenOthersAreRemoved) {
  Store store;
  store.timers.set(1, kTime, "first");
  store.timers.set(2, kTime, "removed");
  store.timers.remove(2);
  store.timers.set(3, kTime, "second");
  EXPECT_EQ(store.timers.next()->action, "first");
  store.timers.remove(store.timers.next()->order_row);
  EXPECT_EQ(store.timers.next()->action, "second");
}

TEST(Timers, AreThoseOfTheirOrder) {
  Store store;
  store.timers.set(1, kTime, "");
  store.timers.set(2, kTime - Millis(1), "activate");
  const auto timer = store.timers.find(2);
  ASSERT_TRUE(timer);
  EXPECT_EQ(*timer->due, kTime - Millis(1));
  EXPECT_EQ(timer->action, "activate");
  store.timers.remove(2);
  EXPECT_FALSE(store.timers.find(2));
  ASSERT_TRUE(store.timers.next());
  EXPECT_EQ(store.timers.next()->order_row, 1);
}

TEST(Timers, TakeThePlaceOfTheOneThatTheOrderHad) {
  Store store;
  store.timers.set(1, kTime, "old");
  store.timers.set(1, kTime + Millis(5), "new");
  EXPECT_EQ(store.timers.next()->action, "new");
  store.timers.remove(1);
  EXPECT_FALSE(store.timers.next());
}

}  // namespace
}  // namespace irisim::store
