#include "control/faults.h"

#include "control/scenarios.h"
#include "scenario/fault_rule.h"

namespace irisim::control {
namespace {

using engine::World;

constexpr std::string_view kText = "request";  // what faults of the text call it

json::Value fault_value(const World::CountedFault& fault) {
  const scenario::FaultRule& rule = *fault.rule;
  json::Object object{{"id", rule.name},
                      {"source", fault.is_posted ? "posted" : "file"},
                      {"fault", rule.kind},
                      {"matched", static_cast<int64_t>(fault.count.matched)},
                      {"injected", static_cast<int64_t>(fault.count.hit)}};
  if (rule.times != 0) {
    object.emplace_back("left", static_cast<int64_t>(rule.times - fault.count.hit));
  }
  return object;
}

http::Response unknown_fault(const Exchange& exchange) {
  return problem(404, "There is no fault '" + exchange.parameter + "' in force");
}

std::optional<World::CountedFault> find_fault(const Exchange& exchange) {
  for (World::CountedFault& fault : exchange.world.faults()) {
    if (fault.rule->name == exchange.parameter) return std::move(fault);
  }
  return std::nullopt;
}

}  // namespace

http::Response list_faults(const Exchange& exchange) {
  json::Array list;
  for (const World::CountedFault& fault : exchange.world.faults())
    list.push_back(fault_value(fault));
  return json_response(200, json::Object{{"faults", std::move(list)}});
}

http::Response post_fault(const Exchange& exchange) {
  auto rule = scenario::load_fault(exchange.request.body, kText);
  if (!rule) return faults_problem(rule.error());
  const std::string name = rule->name;
  const auto posted = exchange.world.post_fault(std::move(*rule));
  if (!posted) {
    return problem(409, "A fault '" + name + "' was posted before; DELETE /__admin/faults/" + name +
                            " removes it");
  }
  return json_response(201, fault_value({posted, true, {}}));
}

http::Response remove_faults(const Exchange& exchange) {
  exchange.world.remove_faults();
  return {204, {}, {}, {}};
}

http::Response get_fault(const Exchange& exchange) {
  const std::optional<World::CountedFault> fault = find_fault(exchange);
  return fault ? json_response(200, fault_value(*fault)) : unknown_fault(exchange);
}

http::Response remove_fault(const Exchange& exchange) {
  if (exchange.world.remove_fault(exchange.parameter)) return {204, {}, {}, {}};
  if (!find_fault(exchange)) return unknown_fault(exchange);
  return problem(409, "The fault '" + exchange.parameter +
                          "' is of a scenario file; only what was posted can be removed");
}

}  // namespace irisim::control
