#include "scenario/order_type.h"

#include <algorithm>

namespace irisim::scenario {

std::span<const OrderType> order_types() {
  static const std::vector<OrderType> kTypes = {
      {.name = "portins",
       .states = {"DRAFT", "PENDING_DOCUMENTS", "SUBMITTED", "FOC", "REQUESTED_SUPP", "COMPLETE",
                  "CANCELLED", "EXCEPTION", "REQUESTED_CANCEL"},
       .creations = {"create", "draft"},
       .notified = {"PENDING_DOCUMENTS", "SUBMITTED", "FOC", "REQUESTED_SUPP", "COMPLETE",
                    "CANCELLED", "EXCEPTION", "REQUESTED_CANCEL"},
       .names_completed_numbers = true,
       .dates = {{"requestedFocDate", "RequestedFocDate"}},
       .stamps = {{"LoaDate"}, {"ActivationDate"}}},
      {.name = "orders",
       .states = {"RECEIVED", "COMPLETE", "PARTIAL", "BACKORDERED", "FAILED"},
       .notified = {"COMPLETE", "PARTIAL", "BACKORDERED", "FAILED"},
       .names_completed_numbers = true},
      {.name = "disconnects",
       .states = {"RECEIVED", "COMPLETE", "PARTIAL", "FAILED"},
       .notified = {"COMPLETE", "PARTIAL", "FAILED"},
       .names_completed_numbers = true},
      // The other states are notified to the service's own users only.
      {.name = "portouts",
       .states = {"NEW", "MODIFY", "COMPLETE", "CANCELLED", "VALIDATION_FAILED_NEW",
                  "VALIDATION_FAILED_SUPP", "VALIDATION_FAILED_MODIFY", "EXCEPTION", "SOA_PENDING",
                  "SOA_CONFLICT"},
       .notified = {"COMPLETE"},
       .names_completed_numbers = true,
       .stamps = {OrderStamp{"ActualFocDate"}}},
      {.name = "lsrorders",
       .states = {"PENDING", "FOC", "EXCEPTION", "COMPLETE", "CANCELLED", "PARTIAL", "FAILED"},
       .notified = {"PENDING", "FOC", "EXCEPTION", "COMPLETE", "CANCELLED", "PARTIAL", "FAILED"},
       .dates = {{"requestedFocDate", "RequestedFocDate"}, {"actualFocDate", "ActualFocDate"}},
       .stamps = {OrderStamp{"ActualFocDate", "RequestedFocDate"}}},
      // These two are no orders to a client: what happens to numbers in time has the same form.
      {.name = "tnreservation", .states = {"RESERVED", "ORDERED", "EXPIRED", "CANCELLED"}},
      {.name = "aging", .states = {"AGING", "RELEASED"}},
  };
  return kTypes;
}

std::vector<std::string> order_type_names() {
  std::vector<std::string> names;
  for (const OrderType& type : order_types()) names.push_back(type.name);
  return names;
}

const OrderType* find_order_type(std::string_view name) {
  const auto types = order_types();
  const auto found = std::ranges::find(types, name, &OrderType::name);
  return found == types.end() ? nullptr : &*found;
}

std::vector<std::string> stamp_names(const OrderType& type) {
  std::vector<std::string> names;
  for (const OrderStamp& stamp : type.stamps) names.push_back(stamp.element);
  return names;
}

std::span<const Effect> effects() {
  static const std::vector<Effect> kEffects = {
      {"fill", {"orders"}, {"back-order", "part", "fail"}},
      {"fill-part", {"orders"}, {"fail"}},
      {"disconnect", {"disconnects"}, {"part", "fail"}},
      {"put-in-service", {"portins"}, {}},
      {"port-out", {"lsrorders"}, {"part", "fail"}},
      {"release", {"tnreservation", "aging"}, {}},
  };
  return kEffects;
}

std::vector<std::string> effects_of(const OrderType& type) {
  std::vector<std::string> names;
  for (const Effect& effect : effects()) {
    if (std::ranges::find(effect.types, type.name) != effect.types.end())
      names.push_back(effect.name);
  }
  return names;
}

std::span<const std::string> actions() {
  static const std::vector<std::string> kActions = {
      "create", "draft", "submit", "supp", "cancel",     "activate", "note",
      "loa",    "order", "part",   "fail", "back-order", "control"};
  return kActions;
}

}  // namespace irisim::scenario
