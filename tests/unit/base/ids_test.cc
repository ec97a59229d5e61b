#include "base/ids.h"

#include <regex>
#include <set>

#include <gtest/gtest.h>

namespace irisim {
namespace {

const Dice kDice{world_seed(1, "")};

TEST(Ids, HaveTheFormOfARandomUuid) {
  const std::regex form("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  for (uint64_t ordinal = 0; ordinal < 1000; ++ordinal) {
    const std::string id = make_uuid(kDice, "portins", ordinal);
    EXPECT_TRUE(std::regex_match(id, form)) << id;
  }
}

TEST(Ids, RepeatForTheSameSeedWorldKindAndOrdinal) {
  EXPECT_EQ(make_uuid(kDice, "portins", 7), make_uuid({world_seed(1, "")}, "portins", 7));
  EXPECT_EQ(kDice.roll("delay", 7), kDice.roll("delay", 7));
}

TEST(Ids, DifferBySeedWorldKindAndOrdinal) {
  std::set<std::string> ids;
  for (const uint64_t seed : {0, 1, 2}) {
    for (const char* world : {"", "test-1", "test-2"}) {
      for (const char* kind : {"portins", "notes"}) {
        for (uint64_t ordinal = 0; ordinal < 100; ++ordinal)
          ids.insert(make_uuid({world_seed(seed, world)}, kind, ordinal));
      }
    }
  }
  EXPECT_EQ(ids.size(), 3u * 3 * 2 * 100);
}

// Ids must not change from version to version: tests of clients compare with them.
TEST(Ids, AreTheSameInEachVersion) {
  EXPECT_EQ(make_uuid(kDice, "portins", 1), "eb85b624-7af3-4119-a306-1a2e243d2412");
}

TEST(Dice, AreFair) {
  int counts[6] = {};
  for (uint64_t ordinal = 0; ordinal < 6000; ++ordinal) ++counts[kDice.roll("delay", ordinal) % 6];
  for (const int count : counts) {
    EXPECT_GT(count, 850);
    EXPECT_LT(count, 1150);
  }
}

}  // namespace
}  // namespace irisim
