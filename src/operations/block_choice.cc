#include "operations/block_choice.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "base/text.h"

namespace irisim::operations {
namespace {

using inventory::Block;
using inventory::Inventory;
using inventory::RateCenter;

using Blocks = std::vector<const Block*>;

void sort(Blocks& blocks) {
  std::ranges::sort(blocks, {}, &Block::prefix);
}

// The digits that all numbers begin with; may be empty.
std::string prefix_of(const NumberCriteria& criteria) {
  if (!criteria.toll_free_wild_card.empty())
    return criteria.toll_free_wild_card.substr(0, criteria.toll_free_wild_card.find('*'));
  if (!criteria.toll_free_vanity.empty()) return "8";
  return criteria.area_code + criteria.npa_nxx + criteria.npa_nxx_x;
}

bool is_toll_free(const NumberCriteria& criteria) {
  return !criteria.toll_free_wild_card.empty() || !criteria.toll_free_vanity.empty();
}

Blocks exact_blocks(const Inventory& inventory, const NumberCriteria& criteria) {
  Blocks blocks;
  const RateCenterFilter filter = criteria.rate_center_filter();
  const std::string prefix = prefix_of(criteria);
  if (!prefix.empty()) {
    const bool toll_free = is_toll_free(criteria);
    for (const Block& block : inventory.blocks_beginning_with(prefix)) {
      const RateCenter* rate_center = inventory.rate_center_of(block);
      if (rate_center == nullptr ? toll_free : !toll_free && filter.matches(*rate_center))
        blocks.push_back(&block);
    }
    return blocks;
  }
  for (const RateCenter& rate_center : inventory.rate_centers()) {
    if (!filter.matches(rate_center)) continue;
    const Blocks own = inventory.blocks_of(rate_center);
    blocks.insert(blocks.end(), own.begin(), own.end());
  }
  sort(blocks);
  return blocks;
}

// The rate centers that the criteria are about.
std::set<const RateCenter*> origins(const Inventory& inventory, const NumberCriteria& criteria,
                                    const Blocks& exact) {
  std::set<const RateCenter*> centers;
  for (const Block* block : exact) centers.insert(inventory.rate_center_of(*block));
  const std::string prefix = prefix_of(criteria);
  const RateCenterFilter filter = criteria.rate_center_filter();
  for (const RateCenter& center : inventory.rate_centers()) {
    const auto is_exchange = [&](int exchange) {
      return prefix.starts_with(std::to_string(exchange));
    };
    if (prefix.empty() ? filter.matches(center)
                       : std::ranges::any_of(center.exchanges, is_exchange))
      centers.insert(&center);
  }
  return centers;
}

// All of the local calling areas, the origins' own other blocks included.
Blocks near_by_blocks(const Inventory& inventory, const NumberCriteria& criteria,
                      const Blocks& exact) {
  std::set<const RateCenter*> area = origins(inventory, criteria, exact);
  for (const RateCenter* origin : std::vector(area.begin(), area.end())) {
    for (const int id : origin->local) area.insert(inventory.find(id));
  }
  Blocks all;
  for (const RateCenter* center : area) {
    const Blocks own = inventory.blocks_of(*center);
    all.insert(all.end(), own.begin(), own.end());
  }
  sort(all);
  Blocks others;
  std::ranges::set_difference(all, exact, std::back_inserter(others), {}, &Block::prefix,
                              &Block::prefix);
  return others;
}

// Toll-free numbers have no tier.
void leave_allowed(const Inventory& inventory, const std::vector<int>& tiers, Blocks& blocks) {
  std::erase_if(blocks, [&](const Block* block) {
    const RateCenter* center = inventory.rate_center_of(*block);
    return center != nullptr && std::ranges::find(tiers, center->tier) == tiers.end();
  });
}

}  // namespace

bool has_local_calling_area(const NumberCriteria& c) {
  const int prefixes = (c.npa_nxx.empty() ? 0 : 1) + (c.npa_nxx_x.empty() ? 0 : 1);
  const int places = (c.rate_center.empty() ? 0 : 1) + (c.state.empty() ? 0 : 1);
  const bool others = !(c.area_code + c.city + c.zip + c.lata + c.local_vanity +
                        c.toll_free_vanity + c.toll_free_wild_card)
                           .empty();
  return !others && ((prefixes == 1 && places == 0) ||
                     (prefixes == 0 && !c.rate_center.empty() && places == 2));
}

BlockChoice choose_blocks(const Inventory& inventory, const NumberCriteria& criteria) {
  BlockChoice choice;
  choice.exact = exact_blocks(inventory, criteria);
  if (has_local_calling_area(criteria) && criteria.with_local_calling_area.value_or(true))
    choice.near_by = near_by_blocks(inventory, criteria, choice.exact);
  if (criteria.tiers) {
    leave_allowed(inventory, *criteria.tiers, choice.exact);
    leave_allowed(inventory, *criteria.tiers, choice.near_by);
  }
  return choice;
}

bool is_restricted(const Inventory& inventory, const NumberCriteria& criteria) {
  const BlockChoice allowed = choose_blocks(inventory, criteria);
  return allowed.exact.empty() && allowed.near_by.empty() &&
         !exact_blocks(inventory, criteria).empty();
}

}  // namespace irisim::operations
