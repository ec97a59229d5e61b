#include "control/happening.h"

namespace irisim::control {

json::Value happening_value(const engine::Happening& happening) {
  const bool is_new = happening.from.empty();
  return json::Object{{"at", format_instant(happening.at)},
                      {"order", happening.order},
                      {"type", happening.type},
                      {"from", is_new ? json::Value() : json::Value(happening.from)},
                      {"to", happening.to}};
}

json::Array happening_values(const std::vector<engine::Happening>& happenings) {
  json::Array values;
  values.reserve(happenings.size());
  for (const engine::Happening& happening : happenings)
    values.push_back(happening_value(happening));
  return values;
}

}  // namespace irisim::control
