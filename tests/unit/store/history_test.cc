#include "store/history.h"

#include <gtest/gtest.h>

#include "store/store.h"

namespace irisim::store {
namespace {

TEST(History, IsListedAsItHappened) {
  Store store;
  const Instant time = Instant(Millis(1'577'836'800'123));
  store.history.add(1, {time, "Submitted", "byo_dev", "SUBMITTED", ""});
  store.history.add(2, {time, "Of another order", "byo_dev", "COMPLETE", ""});
  store.history.add(1, {time, "Got FOC", "System", "FOC", "a --> b"});
  const auto entries = store.history.list(1);
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0].note, "Submitted");
  EXPECT_EQ(entries[0].author, "byo_dev");
  EXPECT_EQ(entries[1].at, time);
  EXPECT_EQ(entries[1].status, "FOC");
  EXPECT_EQ(entries[1].difference, "a --> b");
}

TEST(History, KnowsWhichStatesTheOrderHasHad) {
  Store store;
  store.history.add(1, {Instant(), "", "", "FOC", ""});
  store.history.add(1, {Instant(), "", "", "REQUESTED_SUPP", ""});
  EXPECT_TRUE(store.history.has_status(1, "FOC"));
  EXPECT_FALSE(store.history.has_status(1, "COMPLETE"));
  EXPECT_FALSE(store.history.has_status(2, "FOC"));
}

}  // namespace
}  // namespace irisim::store
