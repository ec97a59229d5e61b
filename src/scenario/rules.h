#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/fault_rule.h"
#include "scenario/lifecycle.h"
#include "scenario/match.h"
#include "scenario/reply.h"

namespace irisim::scenario {

// What is different for the orders and requests that a match picks out.
struct Scenario {
  std::string name;
  Match match;
  Lifecycle changes;  // its own transitions; none: it is not for orders
  Lifecycle life;     // the same laid over the lifecycle in force
  std::optional<Reply> answer;
};

// The rules that a world obeys.
struct Rules {
  std::map<std::string, Lifecycle, std::less<>> lifecycles;  // by order type
  std::vector<Scenario> scenarios;                           // asked in this order
  FaultRules faults;

  // The first that is for a new order and changes its life; null when none does.
  const Scenario* find_for_order(const Subject& order) const;
  const Scenario* find(std::string_view name) const;  // null when there is none

  // Asks the request what finding a scenario for the order that it may make will want to know:
  // XPath may take its time, and that is found under a world's lock.
  void ask(Subject& request) const;

  // The first that answers the request itself; null when none does.
  const Scenario* find_answer(const Subject& request) const;

  // The lifecycle of an order of the type, which has one, that the scenario is for. One that is
  // gone meanwhile counts as none.
  const Lifecycle& life(std::string_view type, std::string_view scenario) const;

  bool has_polls() const;

  // Whether a scenario may answer the request, whatever order it is about.
  bool may_answer(const Subject& request) const;
};

// The faults that are for the request or the webhook.
FaultRules matching_faults(const Rules& rules, FaultTarget target, const Subject& subject);

// The rules with those of the upper ones on top: their lifecycles in place of the lower ones',
// their scenarios and faults asked first; of two of one name, the upper.
Rules lay_over(const Rules& upper, Rules lower);

}  // namespace irisim::scenario
