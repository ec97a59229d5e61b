#include "inventory/block_numbers.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace irisim::inventory {
namespace {

std::vector<Tn> available(uint64_t seed, const Block& block) {
  std::vector<Tn> numbers;
  BlockNumbers({seed}, block).for_each([&](Tn tn) {
    numbers.push_back(tn);
    return true;
  });
  return numbers;
}

TEST(BlockNumbers, HasExactlyAsManyAsTheBlockSays) {
  for (uint64_t seed = 0; seed < 20; ++seed) {
    for (const int count : {0, 1, 3, 500, 999, 1000}) {
      const Block block{.prefix = 9194390 + static_cast<int>(seed), .available = count};
      const BlockNumbers numbers({seed}, block);
      int found = 0;
      for (int i = 0; i < 1000; ++i) found += numbers.is_available(Tn{block.prefix} * 1000 + i);
      EXPECT_EQ(found, count);
      const std::vector<Tn> listed = available(seed, block);
      EXPECT_EQ(listed.size(), static_cast<size_t>(count));
      EXPECT_TRUE(std::ranges::is_sorted(listed));
      for (const Tn tn : listed) {
        EXPECT_EQ(npa_nxx_x(tn), block.prefix);
        EXPECT_TRUE(numbers.is_available(tn));
      }
    }
  }
}

TEST(BlockNumbers, AreTheSameForTheSameSeedOnly) {
  const Block block{.prefix = 9194390, .available = 40};
  EXPECT_EQ(available(1, block), available(1, block));
  EXPECT_NE(available(1, block), available(2, block));
}

TEST(BlockNumbers, DifferFromBlockToBlock) {
  const std::vector<Tn> one = available(1, {.prefix = 9194390, .available = 40});
  std::vector<Tn> other = available(1, {.prefix = 9194391, .available = 40});
  for (Tn& tn : other) tn -= 1000;
  EXPECT_NE(one, other);
}

TEST(BlockNumbers, GoOnFromAnyNumber) {
  const Block block{.prefix = 9194390, .available = 3};
  const BlockNumbers numbers({7}, block);
  const std::vector<Tn> all = available(7, block);
  EXPECT_EQ(numbers.next(2012000000), all[0]);
  EXPECT_EQ(numbers.next(all[0]), all[0]);
  EXPECT_EQ(numbers.next(all[0] + 1), all[1]);
  EXPECT_EQ(numbers.next(all[2] + 1), std::nullopt);
  EXPECT_EQ(numbers.next(9194391000), std::nullopt);
}

TEST(BlockNumbers, StopWhenTold) {
  int calls = 0;
  BlockNumbers({1}, {.prefix = 9194390, .available = 500}).for_each([&](Tn) {
    return ++calls < 5;
  });
  EXPECT_EQ(calls, 5);
}

}  // namespace
}  // namespace irisim::inventory
