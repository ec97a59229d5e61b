#include "scenario/form.h"

namespace irisim::scenario {
namespace {

constexpr Key kMatchKeys[] = {
    {"order", Type::kOrderType, "Order type; of a request, that of the order in its path or body"},
    {"operation", Type::kOperations,
     "Documented operation such as \"GET /accounts/{accountId}/portins\", or a pattern of some"},
    {"telephoneNumber", Type::kNumbers, "One of the numbers of the order or the request"},
    {"account", Type::kPatterns, "Account of the path"},
    {"site", Type::kPatterns, "Site (sub-account) of the path, the request or the order"},
    {"customerOrderId", Type::kPatterns, "CustomerOrderId of the request or the order"},
    {"pon", Type::kPatterns, "Port order number of the request or the order"},
    {"header", Type::kHeaders, "Headers of the request, each with its value"},
    {"xpath", Type::kXPaths, "XPath 1.0 on the body of the request; all hold"},
};

}  // namespace

std::span<const Key> match_keys() {
  return kMatchKeys;
}

std::vector<std::string> names(std::span<const Key> keys) {
  std::vector<std::string> result;
  for (const Key& key : keys) result.emplace_back(key.name);
  return result;
}

}  // namespace irisim::scenario
