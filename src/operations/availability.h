#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/session.h"
#include "inventory/inventory.h"

namespace irisim::operations {

// Whether the numbers that are marked as protected are wanted.
enum class Protection { kNone, kOnly, kMixed };

// Which numbers of some blocks can be ordered now: those of the inventory that nobody holds. Blocks
// that are as the inventory says, and those that are used up, cost no look at their numbers.
class Availability {
 public:
  // Reads how many numbers are held in each of the blocks. Valid as long as the session.
  Availability(engine::Session& session, std::span<const inventory::Block* const> blocks);

  struct Count {
    int64_t open = 0;          // that are not protected
    int64_t is_protected = 0;  // that are
    int64_t total() const { return open + is_protected; }
  };
  Count count(const inventory::Block& block);  // one of the blocks

  // Calls the function with each of the block's numbers that has one of the endings (000 to 999,
  // ascending), until it returns false. Gives whether it never did.
  bool visit(const inventory::Block& block, Protection protection, std::span<const int> endings,
             const std::function<bool(Tn)>& function);

 private:
  store::BlockUse use_of(const inventory::Block& block) const;

  engine::Session& session_;
  std::unordered_map<int, store::BlockUse> uses_;
};

}  // namespace irisim::operations
