#include "scenario/rules.h"

#include <algorithm>
#include <iterator>

#include "base/check.h"

namespace irisim::scenario {
namespace {

template <class Predicate>
const Scenario* first(const std::vector<Scenario>& scenarios, Predicate predicate) {
  const auto found = std::ranges::find_if(scenarios, predicate);
  return found == scenarios.end() ? nullptr : &*found;
}

}  // namespace

const Scenario* Rules::find_for_order(const Subject& order) const {
  return first(scenarios, [&](const Scenario& scenario) {
    return !scenario.changes.transitions().empty() && scenario.match.matches(order);
  });
}

const Scenario* Rules::find(std::string_view name) const {
  return first(scenarios, [&](const Scenario& scenario) { return scenario.name == name; });
}

void Rules::ask(Subject& request) const {
  for (const Scenario& scenario : scenarios) {
    if (!scenario.changes.transitions().empty()) scenario.match.ask(request);
  }
}

const Scenario* Rules::find_answer(const Subject& request) const {
  return first(scenarios, [&](const Scenario& scenario) {
    return scenario.answer && scenario.match.matches(request);
  });
}

const Lifecycle& Rules::life(std::string_view type, std::string_view scenario) const {
  const Scenario* chosen = scenario.empty() ? nullptr : find(scenario);
  if (chosen != nullptr && chosen->match.order() == type) return chosen->life;
  const auto found = lifecycles.find(type);
  IRISIM_CHECK(found != lifecycles.end());
  return found->second;
}

bool Rules::has_polls() const {
  return std::ranges::any_of(lifecycles, [](const auto& l) { return l.second.has_polls(); }) ||
         std::ranges::any_of(scenarios, [](const auto& s) { return s.changes.has_polls(); });
}

bool Rules::may_answer(const Subject& request) const {
  return std::ranges::any_of(scenarios, [&](const Scenario& scenario) {
    return scenario.answer && scenario.match.may_match(request);
  });
}

FaultRules matching_faults(const Rules& rules, FaultTarget target, const Subject& subject) {
  FaultRules matching;
  std::ranges::copy_if(rules.faults, std::back_inserter(matching), [&](const auto& rule) {
    return rule->effect->target() == target && rule->match.matches(subject);
  });
  return matching;
}

Rules lay_over(const Rules& upper, Rules lower) {
  for (const auto& [type, lifecycle] : upper.lifecycles)
    lower.lifecycles.insert_or_assign(type, lifecycle);
  std::erase_if(lower.scenarios,
                [&](const Scenario& scenario) { return upper.find(scenario.name) != nullptr; });
  lower.scenarios.insert(lower.scenarios.begin(), upper.scenarios.begin(), upper.scenarios.end());
  std::erase_if(lower.faults,
                [&](const auto& rule) { return scenario::find(upper.faults, rule->name); });
  lower.faults.insert(lower.faults.begin(), upper.faults.begin(), upper.faults.end());
  for (Scenario& scenario : lower.scenarios) {
    const auto below = lower.lifecycles.find(scenario.match.order());
    scenario.life = below == lower.lifecycles.end() ? scenario.changes
                                                    : lay_over(scenario.changes, below->second);
  }
  return lower;
}

}  // namespace irisim::scenario
