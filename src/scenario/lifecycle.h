#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/transition.h"

namespace irisim::scenario {

// How often an order has taken the transitions that count it (Transition::times), by name.
using Counts = std::map<std::string, int, std::less<>>;

// The state machine of one order type: pure, knows neither clock nor store.
class Lifecycle {
 public:
  Lifecycle() = default;
  explicit Lifecycle(std::vector<Transition> transitions);

  // The first transition of each kind in file order that the order has not used up; null when there
  // is none.
  const Transition* creation(std::string_view action) const { return on("", action); }
  const Transition* on(std::string_view state, std::string_view action,
                       const Counts& counts = {}) const;
  const Transition* timed(std::string_view state, const Counts& counts = {}) const;
  const Transition* leading(std::string_view from, std::string_view to) const;

  // The states that some transition leads to from here, each once.
  std::vector<std::string> next_states(std::string_view from) const;

  bool is_terminal(std::string_view state) const { return next_states(state).empty(); }

  std::span<const Transition> transitions() const { return transitions_; }

  // Whether it matters how often an order has taken a transition, or has been read.
  bool has_limits() const { return has_limits_; }
  bool has_polls() const { return has_polls_; }

 private:
  std::vector<Transition> transitions_;
  bool has_limits_ = false, has_polls_ = false;
};

// The transitions of the one, and where they do not fit, those of the other.
Lifecycle lay_over(const Lifecycle& upper, const Lifecycle& lower);

}  // namespace irisim::scenario
