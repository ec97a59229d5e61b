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

Availability::Count Availability::count(const Block& block) {
  Count count;
  int64_t& rest = block.is_protected ? count.is_protected : count.open;
  rest = block.available;
  const auto use = uses_.find(block.prefix);
  if (use == uses_.end()) return count;
  if (use->second.freed == 0 && block.available == kSize) {
    rest -= use->second.held;
    return count;
  }
  const BlockNumbers numbers(session_.dice, block);
  const Tn first = Tn{block.prefix} * kSize;
  for (const store::NumberMark& mark : session_.store.numbers.marks(first, first + kSize - 1)) {
    rest -= numbers.is_available(mark.tn) ? 1 : 0;
    if (mark.is_available) ++(mark.is_protected ? count.is_protected : count.open);
  }
  return count;
}

bool Availability::visit(const Block& block, Protection protection, std::span<const int> endings,
                         const std::function<bool(Tn)>& function) {
  const auto use = uses_.find(block.prefix);
  const bool is_used = use != uses_.end();
  const bool is_wanted = block.available > 0 && wants(protection, block.is_protected);
  if (endings.empty() || (is_used && use->second.held == kSize)) return true;
  if (!is_wanted && (!is_used || use->second.freed == 0)) return true;

  const Tn first = Tn{block.prefix} * kSize;
  std::vector<store::NumberMark> marks;
  if (is_used) marks = session_.store.numbers.marks(first, first + kSize - 1);
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
