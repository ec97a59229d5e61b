#include "scenario/loader.h"

#include <algorithm>

#include "base/text.h"
#include "scenario/form.h"
#include "scenario/life_check.h"

namespace irisim::scenario {
namespace {

using yaml::Node;
using yaml::Reader;

constexpr std::string_view kVersion = "1";

Lifecycle lifecycle_of(std::span<const ReadTransition> read) {
  std::vector<Transition> transitions;
  for (const ReadTransition& each : read) transitions.push_back(each.transition);
  return Lifecycle(std::move(transitions));
}

void read_lifecycles(const Node& node, Reader& reader, Rules& rules) {
  if (node.kind != Node::Kind::kMap) return reader.fault(node, "expected a map of order types");
  for (const auto& [name, list] : node.members) {
    const OrderType* type = find_order_type(reader.one_of(name, "order type", order_type_names()));
    if (type == nullptr || !reader.expect_sequence(list)) continue;
    const size_t faults_before = reader.faults().size();
    const std::vector<ReadTransition> transitions =
        read_transitions(list, *type, Owner::kLifecycle, reader);
    if (reader.faults().size() > faults_before) continue;  // what else is wrong would only confuse
    check_life(name, *type, transitions, {}, reader);
    rules.lifecycles.insert_or_assign(name.scalar, lifecycle_of(transitions));
  }
}

// What a scenario's transitions lie over.
Lifecycle lifecycle_below(const std::string& type, const Rules& rules, const Rules& below) {
  for (const Rules* place : {&rules, &below}) {
    const auto found = place->lifecycles.find(type);
    if (found != place->lifecycles.end()) return found->second;
  }
  return {};
}

void read_changes(const Node& list, Scenario& scenario, const Rules& rules, const Rules& below,
                  Reader& reader) {
  const OrderType* type = find_order_type(scenario.match.order());
  if (type == nullptr) return;  // check_form() has said so
  const size_t faults_before = reader.faults().size();
  const std::vector<ReadTransition> transitions =
      read_transitions(list, *type, Owner::kScenario, reader);
  if (reader.faults().size() > faults_before) return;
  check_life(list, *type, transitions, lifecycle_below(type->name, rules, below), reader);
  scenario.changes = lifecycle_of(transitions);
}

// A scenario that an earlier one with the same purpose leaves nothing for.
void check_shadow(const Node& node, const Scenario& later, const std::vector<Scenario>& before,
                  Reader& reader) {
  const auto is_for_orders = [](const Scenario& s) { return !s.changes.transitions().empty(); };
  for (const Scenario& earlier : before) {
    const bool competes = (is_for_orders(earlier) && is_for_orders(later)) ||
                          (earlier.answer.has_value() && later.answer.has_value());
    if (!competes || !earlier.match.covers(later.match)) continue;
    return reader.fault(*node.find("match"), "never happens: all that '" + later.name +
                                                 "' matches goes to '" + earlier.name +
                                                 "' before it; put the narrower one first");
  }
}

// What each scenario has, whatever it is for.
void check_form(const Node& node, const Scenario& scenario, const Rules& rules, Reader& reader) {
  if (rules.find(scenario.name) != nullptr)
    reader.fault(*node.find("name"), "another scenario has the name '" + scenario.name + "'");
  const Node* transitions = node.find("transitions");
  if (transitions == nullptr && node.find("answer") == nullptr)
    reader.fault(node, "a scenario has 'transitions' or an 'answer'; this one has neither");
  if (transitions != nullptr && scenario.match.order().empty()) {
    reader.fault(*node.find("match"),
                 "'transitions' are of one order type, and the match names none; add 'order' to "
                 "it, one of " +
                     join(order_type_names(), ", "));
  }
}

void read_scenario(const Node& node, Reader& reader, const Rules& below, Rules& rules) {
  const size_t faults_before = reader.faults().size();
  reader.expect_map(node, names(scenario_keys()));
  if (node.kind != Node::Kind::kMap) return;
  Scenario scenario;
  scenario.name = reader.required_text(node, "name");
  if (const Node* match = reader.require(node, "match"))
    scenario.match = read_match(*match, reader);
  // After a fault, what depends on the faulty part would only confuse.
  const bool is_clear = reader.faults().size() == faults_before;
  if (is_clear) check_form(node, scenario, rules, reader);
  const Node* transitions = node.find("transitions");
  const Node* answer = node.find("answer");
  if (transitions != nullptr) read_changes(*transitions, scenario, rules, below, reader);
  if (answer != nullptr && is_clear) scenario.answer = read_reply(*answer, scenario.match, reader);
  if (!is_clear) return;
  check_shadow(node, scenario, rules.scenarios, reader);
  rules.scenarios.push_back(std::move(scenario));
}

}  // namespace

Result<Rules, std::vector<yaml::Fault>> load(std::string_view text, std::string_view file,
                                             const Rules& below) {
  const auto root = yaml::parse(text, file);
  if (!root) return std::vector{root.error()};
  Reader reader(file);
  Rules rules;
  reader.expect_map(*root, names(file_keys()));
  if (root->kind == Node::Kind::kMap) {
    const Node* version = reader.require(*root, "version");
    if (version != nullptr && version->scalar != kVersion) {
      reader.fault(*version,
                   "version '" + version->scalar + "' is unknown; this program reads version 1");
    }
    if (const Node* lifecycles = root->find("lifecycles"))
      read_lifecycles(*lifecycles, reader, rules);
    const Node* scenarios = root->find("scenarios");
    if (scenarios != nullptr && reader.expect_sequence(*scenarios)) {
      for (const Node& scenario : scenarios->items) read_scenario(scenario, reader, below, rules);
    }
    if (const Node* faults = root->find("faults")) rules.faults = read_faults(*faults, reader);
  }
  if (!reader.faults().empty()) return reader.sorted_faults();
  return rules;
}

}  // namespace irisim::scenario
