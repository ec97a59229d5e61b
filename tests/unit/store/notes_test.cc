#include "store/notes.h"

#include <gtest/gtest.h>

#include "store/store.h"

namespace irisim::store {
namespace {

const Instant kTime = Instant(Millis(1'577'836'800'123));

TEST(Notes, AreListedOldestFirst) {
  Store store;
  const int64_t first = store.notes.add(1, {0, "byo_dev", "Hello", kTime});
  store.notes.add(2, {0, "byo_dev", "Of another order", kTime});
  const int64_t second = store.notes.add(1, {0, "jbm", "", kTime - Millis(1)});
  EXPECT_LT(first, second);
  const auto notes = store.notes.list(1);
  ASSERT_EQ(notes.size(), 2u);
  EXPECT_EQ(notes[0].id, first);
  EXPECT_EQ(notes[0].user, "byo_dev");
  EXPECT_EQ(notes[0].description, "Hello");
  EXPECT_EQ(notes[0].modified, kTime);
  EXPECT_EQ(notes[1].id, second);
  EXPECT_EQ(notes[1].description, "");
}

TEST(Notes, AreUpdatedOnTheirOrderOnly) {
  Store store;
  const int64_t id = store.notes.add(1, {0, "byo_dev", "Hello", kTime});
  EXPECT_FALSE(store.notes.update(2, {id, "x", "y", kTime}));
  EXPECT_FALSE(store.notes.update(1, {id + 1, "x", "y", kTime}));
  EXPECT_EQ(store.notes.list(1)[0].description, "Hello");
  EXPECT_TRUE(store.notes.update(1, {id, "jbm", "Changed", kTime + Millis(5)}));
  const auto notes = store.notes.list(1);
  ASSERT_EQ(notes.size(), 1u);
  EXPECT_EQ(notes[0].user, "jbm");
  EXPECT_EQ(notes[0].description, "Changed");
  EXPECT_EQ(notes[0].modified, kTime + Millis(5));
}

}  // namespace
}  // namespace irisim::store
