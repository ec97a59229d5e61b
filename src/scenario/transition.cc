#include "scenario/transition.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "scenario/error_code.h"
#include "scenario/form.h"

namespace irisim::scenario {
namespace {

using yaml::Node;
using yaml::Reader;
using Trigger = Transition::Trigger;

constexpr long kMostPolls = 1'000'000;

template <class Things>
std::vector<std::string> names_of(const Things& things) {
  std::vector<std::string> names;
  names.reserve(things.size());
  for (const auto& thing : things) names.push_back(thing.name);
  return names;
}

// "3 polls" or "1 poll"; nothing when it is no such count.
std::optional<int> read_polls(std::string_view text) {
  const size_t space = text.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const std::string_view unit = text.substr(space + 1);
  const std::optional<long> count = to_number(text.substr(0, space));
  if (!count || *count < 1 || *count > kMostPolls || (unit != "polls" && unit != "poll"))
    return std::nullopt;
  return static_cast<int>(*count);
}

void read_after(const Node& node, Reader& reader, Transition& transition) {
  transition.trigger = Trigger::kDelay;
  if (node.scalar == "never") {
    transition.trigger = Trigger::kNever;
  } else if (const std::optional<int> polls = read_polls(node.scalar)) {
    transition.trigger = Trigger::kPolls;
    transition.polls = *polls;
  } else if (node.kind == Node::Kind::kScalar && !parse_duration(node.scalar)) {
    reader.fault(node, "'" + node.scalar +
                           "' is no time that passes: a duration such as 500ms, 2s, 1h30m or 4d, "
                           "a number of times that the order is read such as 3 polls, or never");
  } else {
    transition.delay = read_delay(node, reader);
  }
}

// The order's element that has the date of that name; empty when there is none.
std::string read_date(const Node& node, const OrderType& type, Reader& reader) {
  if (type.dates.empty()) {
    reader.fault(node, type.name + " have no date that a scenario could use");
    return {};
  }
  const std::string date = reader.one_of(node, "date of " + type.name, names_of(type.dates));
  const auto known = std::ranges::find(type.dates, date, &OrderDate::name);
  return known == type.dates.end() ? std::string() : known->element;
}

void read_shifts(const Node& node, const OrderType& type, Reader& reader, Transition& transition) {
  if (node.kind != Node::Kind::kMap) {
    reader.fault(node, "expected a map of dates, each with a duration: { requestedFocDate: 3d }");
    return;
  }
  for (const auto& [name, by] : node.members) {
    transition.shifts.push_back(
        {read_date(name, type, reader), reader.duration(by).value_or(Millis(0))});
  }
}

OrderStamp read_stamp(const Node& node, const OrderType& type, Reader& reader) {
  const std::string element = reader.one_of(node, "time of " + type.name, stamp_names(type));
  const auto known = std::ranges::find(type.stamps, element, &OrderStamp::element);
  return known == type.stamps.end() ? OrderStamp() : *known;
}

void read_trigger(const Node& node, const OrderType& type, Reader& reader, Transition& transition) {
  const Node* after = node.find("after");
  const Node* on = node.find("on");
  const Node* at = node.find("at");
  if ((after != nullptr) + (on != nullptr) + (at != nullptr) != 1) {
    reader.fault(
        reader.last_of(node, {"after", "on", "at"}),
        "a transition has exactly one of 'after' with a delay, 'on' with an action and 'at' with "
        "a date of the order");
    return;
  }
  if (on != nullptr) transition.on = reader.one_of(*on, "action", actions());
  if (after != nullptr) read_after(*after, reader, transition);
  if (at != nullptr) {
    transition.trigger = Trigger::kDate;
    transition.at = read_date(*at, type, reader);
  }
  if (const Node* jitter = node.find("jitter")) {
    if (transition.trigger != Trigger::kDelay)
      reader.fault(*jitter, "'jitter' goes with 'after' and a delay");
    transition.delay.jitter = reader.duration(*jitter).value_or(Millis(0));
  }
}

OrderError read_error(const Node& node, Reader& reader) {
  OrderError error;
  if (node.kind != Node::Kind::kMap) {
    error.code = read_error_code(node, false, reader);
    return error;
  }
  if (!reader.expect_map(node, names(error_keys()))) return error;
  if (const Node* message = node.find("message")) error.message = reader.text(*message);
  if (const Node* code = reader.require(node, "code"))
    error.code = read_error_code(*code, !error.message.empty(), reader);
  if (const Node* numbers = node.find("telephoneNumbers")) error.numbers = reader.texts(*numbers);
  return error;
}

void read_effects(const Node& node, const OrderType& type, Reader& reader, Transition& transition) {
  constexpr long kMostTimes = 1'000'000;
  if (const Node* note = node.find("note")) transition.note = reader.text(*note);
  if (const Node* effect = node.find("effect"))
    transition.effect = reader.one_of(*effect, "effect of " + type.name, effects_of(type));
  if (const Node* shifts = node.find("shift")) read_shifts(*shifts, type, reader, transition);
  if (const Node* stamp = node.find("stamp")) transition.stamp = read_stamp(*stamp, type, reader);
  if (const Node* error = node.find("error")) {
    for (const Node& item : yaml::one_or_more(*error))
      transition.errors.push_back(read_error(item, reader));
  }
  if (const Node* times = node.find("times"))
    transition.times = static_cast<int>(reader.count(*times, 1, kMostTimes));
}

// What a transition that makes an order cannot do: there is nothing yet to do it to.
void check_creation(const Node& node, Reader& reader) {
  for (const std::string_view key : {"error", "effect", "shift", "stamp", "times"}) {
    if (const Node* value = node.find(key))
      reader.fault(*value, "'" + std::string(key) + "' goes with 'from': this one makes an order");
  }
}

void read_transition(const Node& node, const OrderType& type, Owner owner, Reader& reader,
                     std::vector<ReadTransition>& transitions) {
  if (!reader.expect_map(node, names(transition_keys()))) return;
  Transition transition;
  if (const Node* to = reader.require(node, "to"))
    transition.to = reader.one_of(*to, "state", type.states);
  read_trigger(node, type, reader, transition);
  read_effects(node, type, reader, transition);

  const Node* from = node.find("from");
  if (from == nullptr) {
    if (owner == Owner::kScenario) {
      reader.fault(node,
                   "key 'from' is missing; how orders are made is a matter of 'lifecycles', not of "
                   "a scenario");
    } else if (std::ranges::find(type.creations, transition.on) == type.creations.end()) {
      reader.fault(node, "a transition without 'from' makes an order: its 'on' is one of " +
                             join(type.creations, ", "));
    }
    check_creation(node, reader);
    transitions.push_back({std::move(transition), &node, &node});
    return;
  }
  for (const Node& state : yaml::one_or_more(*from)) {
    transition.from = reader.one_of(state, "state", type.states);
    transitions.push_back({transition, &node, &state});
  }
}

}  // namespace

std::vector<ReadTransition> read_transitions(const Node& list, const OrderType& type, Owner owner,
                                             Reader& reader) {
  std::vector<ReadTransition> transitions;
  if (!reader.expect_sequence(list)) return transitions;
  for (const Node& item : list.items) read_transition(item, type, owner, reader, transitions);
  return transitions;
}

}  // namespace irisim::scenario
