#include "scenario/lifecycle.h"

#include <algorithm>

namespace irisim::scenario {
namespace {

template <class Predicate>
const Transition* first(const std::vector<Transition>& transitions, Predicate predicate) {
  const auto found = std::ranges::find_if(transitions, predicate);
  return found == transitions.end() ? nullptr : &*found;
}

bool is_left(const Transition& transition, const Counts& counts) {
  if (transition.times == 0) return true;
  const auto taken = counts.find(transition.step);
  return taken == counts.end() || taken->second < transition.times;
}

}  // namespace

Lifecycle::Lifecycle(std::vector<Transition> transitions)
    : transitions_(std::move(transitions)),
      has_limits_(std::ranges::any_of(transitions_, [](const auto& t) { return t.times > 0; })),
      has_polls_(std::ranges::any_of(transitions_, [](const auto& t) { return t.polls > 0; })) {
  std::map<std::string, int> steps;
  for (Transition& t : transitions_) {
    if (t.times == 0) continue;
    const std::string name = t.from + " > " + t.to;
    const int number = ++steps[name];
    t.step = number == 1 ? name : name + " #" + std::to_string(number);
  }
}

const Transition* Lifecycle::on(std::string_view state, std::string_view action,
                                const Counts& counts) const {
  return first(transitions_, [&](const Transition& t) {
    return t.from == state && t.on == action && is_left(t, counts);
  });
}

const Transition* Lifecycle::timed(std::string_view state, const Counts& counts) const {
  return first(transitions_, [&](const Transition& t) {
    return t.from == state && t.is_timed() && is_left(t, counts);
  });
}

const Transition* Lifecycle::leading(std::string_view from, std::string_view to) const {
  return first(transitions_, [&](const Transition& t) { return t.from == from && t.to == to; });
}

std::vector<std::string> Lifecycle::next_states(std::string_view from) const {
  std::vector<std::string> states;
  for (const Transition& t : transitions_) {
    if (t.from == from && std::ranges::find(states, t.to) == states.end()) states.push_back(t.to);
  }
  return states;
}

Lifecycle lay_over(const Lifecycle& upper, const Lifecycle& lower) {
  std::vector<Transition> transitions(upper.transitions().begin(), upper.transitions().end());
  transitions.insert(transitions.end(), lower.transitions().begin(), lower.transitions().end());
  return Lifecycle(std::move(transitions));
}

}  // namespace irisim::scenario
