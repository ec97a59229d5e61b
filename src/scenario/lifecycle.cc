#include "scenario/lifecycle.h"

#include <algorithm>

namespace irisim::scenario {
namespace {

template <class Predicate>
const Transition* first(const std::vector<Transition>& transitions, Predicate predicate) {
  const auto found = std::ranges::find_if(transitions, predicate);
  return found == transitions.end() ? nullptr : &*found;
}

}  // namespace

const Transition* Lifecycle::on(std::string_view state, std::string_view action) const {
  return first(transitions_,
               [&](const Transition& t) { return t.from == state && t.on == action; });
}

const Transition* Lifecycle::timed(std::string_view state) const {
  return first(transitions_, [&](const Transition& t) { return t.from == state && t.after; });
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

Millis delay(const Transition& transition, uint64_t roll) {
  const Millis after = transition.after.value_or(Millis(0));
  if (transition.jitter <= Millis(0)) return after;
  return after +
         Millis(static_cast<int64_t>(roll % static_cast<uint64_t>(transition.jitter.count() + 1)));
}

}  // namespace irisim::scenario
