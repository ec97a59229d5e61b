#include "operations/number_criteria.h"

namespace irisim::operations {

std::optional<Finding> check_order_criteria(const NumberCriteria&, const inventory::Inventory&) {
  return std::nullopt;
}

std::vector<Tn> find_available(engine::Session&, const NumberCriteria&, int64_t) {
  return {};
}

}  // namespace irisim::operations
