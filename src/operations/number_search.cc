#include "operations/number_search.h"

#include "base/check.h"
#include "operations/availability.h"
#include "operations/block_choice.h"
#include "operations/vanity_pattern.h"

namespace irisim::operations {
namespace {

VanityPattern pattern_of(const NumberCriteria& criteria) {
  using Place = VanityPattern::Place;
  std::optional<VanityPattern> pattern =
      criteria.local_vanity.empty()
          ? VanityPattern::parse(criteria.toll_free_vanity, Place::kEnd)
          : VanityPattern::parse(criteria.local_vanity,
                                 criteria.ends_in ? Place::kEnd : Place::kAnywhere);
  IRISIM_CHECK(pattern.has_value());
  return std::move(*pattern);
}

}  // namespace

std::vector<Tn> find_available(engine::Session& session, const NumberCriteria& criteria,
                               int64_t quantity) {
  std::vector<Tn> numbers;
  if (quantity < 1) return numbers;
  VanityPattern pattern = pattern_of(criteria);
  const auto take = [&](Tn tn) {
    numbers.push_back(tn);
    return std::ssize(numbers) < quantity;
  };
  const BlockChoice choice = choose_blocks(session.inventory, criteria);
  for (const auto* group : {&choice.exact, &choice.near_by}) {
    Availability availability(session, *group);
    for (const inventory::Block* block : *group) {
      if (!availability.visit(*block, criteria.protection, pattern.endings(block->prefix), take))
        return numbers;
    }
  }
  return numbers;
}

}  // namespace irisim::operations
