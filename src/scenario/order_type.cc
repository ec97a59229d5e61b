#include "scenario/order_type.h"

#include <algorithm>

namespace irisim::scenario {

std::span<const OrderType> order_types() {
  static const std::vector<OrderType> kTypes = {
      {"portins",
       {"DRAFT", "PENDING_DOCUMENTS", "SUBMITTED", "FOC", "REQUESTED_SUPP", "COMPLETE", "CANCELLED",
        "EXCEPTION", "REQUESTED_CANCEL"},
       {"create", "draft"}},
  };
  return kTypes;
}

const OrderType* find_order_type(std::string_view name) {
  const auto types = order_types();
  const auto found = std::ranges::find(types, name, &OrderType::name);
  return found == types.end() ? nullptr : &*found;
}

std::span<const std::string> actions() {
  static const std::vector<std::string> kActions = {"create", "draft",    "submit", "supp",
                                                    "cancel", "activate", "control"};
  return kActions;
}

}  // namespace irisim::scenario
