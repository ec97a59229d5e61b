#include "scenario/rules.h"

#include <algorithm>

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

bool Rules::has_answers() const {
  return std::ranges::any_of(scenarios, [](const auto& s) { return s.answer.has_value(); });
}

Rules lay_over(const Rules& upper, Rules lower) {
  for (const auto& [type, lifecycle] : upper.lifecycles)
    lower.lifecycles.insert_or_assign(type, lifecycle);
  std::erase_if(lower.scenarios,
                [&](const Scenario& scenario) { return upper.find(scenario.name) != nullptr; });
  lower.scenarios.insert(lower.scenarios.begin(), upper.scenarios.begin(), upper.scenarios.end());
  for (Scenario& scenario : lower.scenarios) {
    const auto below = lower.lifecycles.find(scenario.match.order());
    scenario.life = below == lower.lifecycles.end() ? scenario.changes
                                                    : lay_over(scenario.changes, below->second);
  }
  return lower;
}

}  // namespace irisim::scenario
