#include "inventory/block_numbers.h"

#include <algorithm>
#include <iterator>

namespace irisim::inventory {
namespace {

constexpr int kSize = 1000;
constexpr int kCoprimeEndings[] = {1, 3, 7, 9};  // the last digits of numbers without 2 and 5

}  // namespace

BlockNumbers::BlockNumbers(const Dice& dice, const Block& block)
    : first_(Tn{block.prefix} * kSize), available_(block.available) {
  uint64_t roll = dice.roll("block", block.prefix);
  b_ = static_cast<int>(roll % kSize);
  roll /= kSize;
  a_ = kCoprimeEndings[roll % std::size(kCoprimeEndings)];
  roll /= std::size(kCoprimeEndings);
  a_ += 10 * static_cast<int>(roll % (kSize / 10));
}

bool BlockNumbers::is_available(Tn tn) const {
  return (a_ * static_cast<int>(tn - first_) + b_) % kSize < available_;
}

std::optional<Tn> BlockNumbers::next(Tn from) const {
  for (Tn tn = std::max(from, first_); tn < first_ + kSize; ++tn) {
    if (is_available(tn)) return tn;
  }
  return std::nullopt;
}

bool is_available(const Inventory& inventory, const Dice& dice, Tn tn) {
  const Block* block = inventory.block_of(tn);
  return block != nullptr && BlockNumbers(dice, *block).is_available(tn);
}

}  // namespace irisim::inventory
