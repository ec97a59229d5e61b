#include "control/operations.h"

#include "operations/registry.h"

namespace irisim::control {

std::string_view source_of(const catalog::Operation& operation) {
  if (operation.outbound) return "outbound";
  return operations::find_handler(operation) != nullptr ? "live" : "replay";
}

http::Response list_operations(const Exchange&) {
  json::Array list;
  for (const catalog::Operation& operation : catalog::operations()) {
    json::Array statuses;
    for (const catalog::Outcome& outcome : operation.outcomes) statuses.push_back(outcome.status);
    list.push_back(json::Object{{"method", operation.method},
                                {"path", operation.path},
                                {"statuses", std::move(statuses)},
                                {"source", source_of(operation)}});
  }
  return json_response(200, json::Object{{"operations", std::move(list)}});
}

}  // namespace irisim::control
