#pragma once

#include <optional>

#include "base/ids.h"
#include "inventory/inventory.h"

namespace irisim::inventory {

// Which numbers of a block were available when a world started: a pure function of the world's dice
// that costs no memory. Number i of the thousand is available if (a*i + b) mod 1000 is less than
// the block's count; as a has no factor in common with 1000, these are exactly that many numbers.
class BlockNumbers {
 public:
  BlockNumbers(const Dice& dice, const Block& block);

  // For a number of the block.
  bool is_available(Tn tn) const;

  // The first available number of the block that is not less; nothing when there is none.
  std::optional<Tn> next(Tn from) const;

  // Calls the function with each available number, ascending, until it returns false.
  template <class Function>
  void for_each(Function function) const {
    for (std::optional<Tn> tn = next(first_); tn && function(*tn); tn = next(*tn + 1)) {
    }
  }

 private:
  Tn first_;
  int available_;
  int a_ = 1;
  int b_ = 0;
};

// False for a number of no block.
bool is_available(const Inventory& inventory, const Dice& dice, Tn tn);

}  // namespace irisim::inventory
