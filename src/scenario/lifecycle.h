#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/time.h"

namespace irisim::scenario {

// One step of an order's life, by time or by an action.
struct Transition {
  std::string from;  // empty: the order is made by it
  std::string to;
  std::optional<Millis> after;  // how long after `from` was entered; absent if it has an action
  Millis jitter{0};             // up to so much is added to `after`
  std::string on;               // the action; empty if it is timed
  std::string note;             // of the history entry
  int error = 0;                // code that the order gets; 0: none
  std::string effect;           // what else it does, by its name; empty: nothing
  std::string stamp;  // element of the order that gets the time of this transition; empty: none
};

// The state machine of one order type: pure, knows neither clock nor store.
class Lifecycle {
 public:
  explicit Lifecycle(std::vector<Transition> transitions) : transitions_(std::move(transitions)) {}

  // The first transition of each kind in file order; null when there is none.
  const Transition* creation(std::string_view action) const { return on("", action); }
  const Transition* on(std::string_view state, std::string_view action) const;
  const Transition* timed(std::string_view state) const;
  const Transition* leading(std::string_view from, std::string_view to) const;

  // The states that some transition leads to from here, each once.
  std::vector<std::string> next_states(std::string_view from) const;

  bool is_terminal(std::string_view state) const { return next_states(state).empty(); }

 private:
  std::vector<Transition> transitions_;
};

// The delay of a timed transition; the roll decides the jitter.
Millis delay(const Transition& transition, uint64_t roll);

// The rules that a world obeys.
struct Rules {
  std::map<std::string, Lifecycle, std::less<>>
      lifecycles;  // by order type; one for each type that lives
};

}  // namespace irisim::scenario
