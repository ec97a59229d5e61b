#include "store/notices.h"

#include <gtest/gtest.h>

#include "store/store.h"

namespace irisim::store {
namespace {

const Instant kFirst = Instant(Millis(1'000));
const Instant kSecond = Instant(Millis(2'000));
using Lines = std::vector<std::string>;

Lines taken(Store& store) {
  Lines lines;
  for (const Notice& notice : store.notices.take_next())
    lines.push_back(notice.account + " " + notice.subscription + " " + notice.subject);
  return lines;
}

TEST(Notices, StandTogetherForEachSubscription) {
  Store store;
  store.notices.add({"15", "b", "one", "", kFirst, kSecond});
  store.notices.add({"14", "a", "two", "", kFirst, kSecond});
  store.notices.add({"15", "b", "three", "", kFirst, kSecond});
  store.notices.add({"15", "a", "four", "", kFirst, kSecond});
  EXPECT_EQ(taken(store), (Lines{"15 b one", "15 b three", "14 a two", "15 a four"}));
  EXPECT_EQ(taken(store), Lines{});
}

TEST(Notices, AreTakenOfOneTimeAfterTheOther) {
  Store store;
  EXPECT_EQ(store.notices.next_due(), std::nullopt);
  store.notices.add({"14", "a", "late", "", kFirst, kSecond});
  store.notices.add({"14", "a", "early", "text", kFirst, kFirst});
  EXPECT_EQ(store.notices.next_due(), kFirst);
  const std::vector<Notice> early = store.notices.take_next();
  ASSERT_EQ(early.size(), 1u);
  EXPECT_EQ(early.front().text, "text");
  EXPECT_EQ(early.front().at, kFirst);
  EXPECT_EQ(early.front().due, kFirst);
  EXPECT_EQ(store.notices.next_due(), kSecond);
  EXPECT_EQ(taken(store), Lines{"14 a late"});
  EXPECT_EQ(store.notices.next_due(), std::nullopt);
}

}  // namespace
}  // namespace irisim::store
