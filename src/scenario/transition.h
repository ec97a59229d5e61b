#pragma once

#include <string>
#include <vector>

#include "scenario/delay.h"
#include "scenario/order_type.h"

namespace irisim::scenario {

// An error that an order shows.
struct OrderError {
  int code = 0;
  std::string message;  // empty: that of the code in the contract
  std::vector<std::string>
      numbers;  // patterns of the order's numbers that it is about; empty: none
};

// A date of an order that moves.
struct Shift {
  std::string element;
  Millis by{0};
};

// One step of an order's life.
struct Transition {
  enum class Trigger {
    kAction,  // what somebody does: `on`
    kDelay,   // so long after `from` was entered
    kPolls,   // when the order has been read so often in `from`
    kDate,    // at the time in the order's element `at`
    kNever,   // not by itself; takes the place of one that would
  };
  std::string from;  // empty: the order is made by it
  std::string to;
  Trigger trigger = Trigger::kAction;
  std::string on;
  Delay delay;
  int polls = 0;
  std::string at;
  std::string step;  // by which an order counts it; the lifecycle sees to it
  int times = 0;     // an order takes it at most so often; 0: as often as it fits
  std::string note;  // of the history entry
  std::vector<OrderError> errors;
  std::string effect;  // what else it does, by its name; empty: nothing
  std::vector<Shift> shifts;
  OrderStamp stamp;  // the element of the order that it sets; without a name: none

  // By itself, as opposed to by an action.
  bool is_timed() const { return trigger != Trigger::kAction; }

  // Whether it changes times in the order.
  bool changes_times() const { return !stamp.element.empty() || !shifts.empty(); }
};

// A transition with the places in its file, for those who check it further.
struct ReadTransition {
  Transition transition;
  const yaml::Node* node;
  const yaml::Node* from;  // the state; the node when there is none
};

// Whose transitions are read: a lifecycle's make orders too.
enum class Owner { kLifecycle, kScenario };

// Reads a list of transitions of the order type; an entry that leaves several states becomes one
// for each. What is wrong with it goes to the reader.
std::vector<ReadTransition> read_transitions(const yaml::Node& list, const OrderType& type,
                                             Owner owner, yaml::Reader& reader);

}  // namespace irisim::scenario
