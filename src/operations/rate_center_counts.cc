#include "operations/rate_center_counts.h"

namespace irisim::operations {

std::vector<Availability::Count> count_available(
    engine::Session& session, std::span<const inventory::RateCenter* const> centers) {
  std::vector<std::vector<const inventory::Block*>> blocks;
  std::vector<const inventory::Block*> all;
  for (const inventory::RateCenter* center : centers) {
    blocks.push_back(session.inventory.blocks_of(*center));
    all.insert(all.end(), blocks.back().begin(), blocks.back().end());
  }
  Availability availability(session, all);
  std::vector<Availability::Count> counts;
  for (const auto& own : blocks) {
    Availability::Count sum;
    for (const inventory::Block* block : own) {
      const Availability::Count count = availability.count(*block);
      sum.open += count.open;
      sum.is_protected += count.is_protected;
    }
    counts.push_back(sum);
  }
  return counts;
}

}  // namespace irisim::operations
