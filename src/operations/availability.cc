#include "operations/availability.h"

#include <algorithm>

#include "inventory/block_numbers.h"

namespace irisim::operations {
namespace {

using inventory::Block;
using inventory::BlockNumbers;

constexpr int kSize = 1'000;

bool wants(Protection protection, bool is_protected) {
  return protection == Protection::kMixed || (protection == Protection::kOnly) == is_protected;
}

std::unordered_map<int, store::BlockUse> read_uses(engine::Session& session,
                                                   std::span<const Block* const> blocks) {
  if (blocks.empty()) return {};
  const auto [first, last] =
      std::ranges::minmax_element(blocks, {}, [](const Block* block) { return block->prefix; });
  return session.store.numbers.uses((*first)->prefix, (*last)->prefix);
}

}  // namespace

Availability::Availability(engine::Session& session, std::span<const Block* const> blocks)
    : session_(session), uses_(read_uses(session, blocks)) {}

store::BlockUse Availability::use_of(const Block& block) const {
  const auto use = uses_.find(block.prefix);
  return use == uses_.end() ? store::BlockUse() : use->second;
}

Availability::Count Availability::count(const Block& block) {
  Count count;
  int64_t& rest = block.is_protected ? count.is_protected : count.open;
  const store::BlockUse use = use_of(block);
  rest = block.available - use.from_inventory;
  if (use.freed == 0) return count;
  const Tn first = Tn{block.prefix} * kSize;
  for (const store::NumberMark& mark : session_.store.numbers.marks(first, first + kSize - 1)) {
    if (mark.is_available) ++(mark.is_protected ? count.is_protected : count.open);
  }
  return count;
}

bool Availability::visit(const Block& block, Protection protection, std::span<const int> endings,
                         const std::function<bool(Tn)>& function) {
  const store::BlockUse use = use_of(block);
  const bool is_wanted =
      block.available > use.from_inventory && wants(protection, block.is_protected);
  if (endings.empty() || (!is_wanted && use.freed == 0)) return true;

  const Tn first = Tn{block.prefix} * kSize;
  std::vector<store::NumberMark> marks;
  if (use.held + use.freed > 0) marks = session_.store.numbers.marks(first, first + kSize - 1);
  const BlockNumbers numbers(session_.dice, block);
  auto mark = marks.begin();
  for (const int ending : endings) {
    const Tn tn = first + ending;
    while (mark != marks.end() && mark->tn < tn) ++mark;
    const bool is_marked = mark != marks.end() && mark->tn == tn;
    const bool matches = is_marked ? mark->is_available && wants(protection, mark->is_protected)
                                   : is_wanted && numbers.is_available(tn);
    if (matches && !function(tn)) return false;
  }
  return true;
}

}  // namespace irisim::operations
