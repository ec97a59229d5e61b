#include "control/scenarios.h"

#include "scenario/loader.h"
#include "scenario/rule_name.h"

namespace irisim::control {
namespace {

constexpr std::string_view kText = "request";  // what faults call a text without a name

json::Array names_of(const std::vector<scenario::Scenario>& scenarios) {
  json::Array names;
  for (const scenario::Scenario& scenario : scenarios) names.push_back(scenario.name);
  return names;
}

json::Value set_value(const engine::RuleBook::Set& set) {
  json::Array lifecycles;
  for (const auto& [type, lifecycle] : set.rules.lifecycles) lifecycles.push_back(type);
  return json::Object{{"name", set.name},
                      {"lifecycles", std::move(lifecycles)},
                      {"scenarios", names_of(set.rules.scenarios)}};
}

http::Response unknown_set(const Exchange& exchange) {
  return problem(404, "No scenarios were put under the name '" + exchange.parameter + "'");
}

}  // namespace

http::Response faults_problem(const std::vector<yaml::Fault>& faults) {
  json::Array list;
  std::string detail;
  for (const yaml::Fault& fault : faults) {
    list.push_back(
        json::Object{{"line", fault.line}, {"column", fault.column}, {"message", fault.message}});
    detail += (detail.empty() ? "" : "\n") + yaml::describe(fault);
  }
  return problem(400, detail, {{"faults", std::move(list)}});
}

Result<engine::RuleBook::Set, std::vector<yaml::Fault>> read_set(std::string_view name,
                                                                 const std::string& text,
                                                                 const scenario::Rules& below) {
  auto rules = scenario::load(text, name, below);
  if (!rules) return rules.error();
  return engine::RuleBook::Set{std::string(name), text, std::move(*rules)};
}

http::Response list_scenarios(const Exchange& exchange) {
  json::Array sets;
  for (const engine::RuleBook::Set& set : exchange.world.scenarios())
    sets.push_back(set_value(set));
  json::Array scenarios;
  for (const scenario::Scenario& scenario : exchange.world.rules()->scenarios) {
    json::Object object{{"name", scenario.name}};
    if (!scenario.match.order().empty()) object.emplace_back("order", scenario.match.order());
    object.emplace_back("transitions", scenario.changes.transitions().size());
    object.emplace_back("answers", scenario.answer.has_value());
    scenarios.push_back(std::move(object));
  }
  return json_response(
      200, json::Object{{"sets", std::move(sets)}, {"scenarios", std::move(scenarios)}});
}

http::Response get_scenarios(const Exchange& exchange) {
  for (const engine::RuleBook::Set& set : exchange.world.scenarios()) {
    if (set.name == exchange.parameter) return {200, {}, "application/yaml", set.text};
  }
  return unknown_set(exchange);
}

http::Response put_scenarios(const Exchange& exchange) {
  if (!scenario::is_rule_name(exchange.parameter))
    return problem(400, "A set's name is 1 to 64 letters, digits, '.', '_' or '-'");
  auto set = read_set(exchange.parameter, exchange.request.body, *exchange.world.rules());
  if (!set) return faults_problem(set.error());
  const json::Value value = set_value(*set);
  const bool is_new = exchange.world.put_scenarios(std::move(*set));
  return json_response(is_new ? 201 : 200, value);
}

http::Response remove_scenarios(const Exchange& exchange) {
  if (!exchange.world.remove_scenarios(exchange.parameter)) return unknown_set(exchange);
  return {204, {}, {}, {}};
}

http::Response validate_scenarios(const Exchange& exchange) {
  const auto rules = scenario::load(exchange.request.body, kText, *exchange.world.rules());
  if (!rules) return faults_problem(rules.error());
  return json_response(200,
                       json::Object{{"valid", true}, {"scenarios", names_of(rules->scenarios)}});
}

}  // namespace irisim::control
