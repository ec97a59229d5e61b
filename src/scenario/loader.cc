#include "scenario/loader.h"

#include <algorithm>

#include "base/text.h"
#include "catalog/catalog.h"
#include "scenario/order_type.h"
#include "yaml/reader.h"

namespace irisim::scenario {
namespace {

using yaml::Node;
using yaml::Reader;

constexpr std::string_view kVersion = "1";

template <class Things>
std::vector<std::string> names_of(const Things& things) {
  std::vector<std::string> names;
  for (const auto& thing : things) names.push_back(thing.name);
  return names;
}

void read_trigger(const Node& node, Reader& reader, Transition& transition) {
  const Node* after = node.find("after");
  const Node* on = node.find("on");
  if ((after == nullptr) == (on == nullptr)) {
    reader.fault(node, "a transition has either 'after' with a duration or 'on' with an action");
    return;
  }
  if (on != nullptr) transition.on = reader.one_of(*on, "action", actions());
  if (after != nullptr) transition.after = reader.duration(*after);
  if (const Node* jitter = node.find("jitter")) {
    if (after == nullptr) reader.fault(*jitter, "'jitter' goes with 'after'");
    transition.jitter = reader.duration(*jitter).value_or(Millis(0));
  }
}

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// Such as the API has.
bool is_element_name(std::string_view text) {
  return !text.empty() && is_letter(text.front()) &&
         std::ranges::all_of(text, [](char c) { return is_letter(c) || (c >= '0' && c <= '9'); });
}

void read_effects(const Node& node, Reader& reader, Transition& transition) {
  if (const Node* note = node.find("note")) transition.note = reader.text(*note);
  if (const Node* effect = node.find("effect"))
    transition.effect = reader.one_of(*effect, "effect", names_of(effects()));
  if (const Node* stamp = node.find("stamp")) {
    transition.stamp = reader.text(*stamp);
    if (!is_element_name(transition.stamp))
      reader.fault(*stamp, "'" + transition.stamp + "' is no name of an element");
  }
  if (const Node* error = node.find("error")) {
    const std::optional<long> code = reader.number(*error);
    transition.error = static_cast<int>(code.value_or(0));
    if (code && (transition.error != *code || !catalog::has_message(transition.error))) {
      reader.fault(*error, "unknown error code '" + error->scalar + "'");
    }
  }
}

// One entry of the file may leave several states: it becomes a transition for each.
void read_transition(const Node& node, const OrderType& type, Reader& reader,
                     std::vector<Transition>& transitions) {
  if (!reader.expect_map(
          node, {"from", "to", "after", "jitter", "on", "note", "effect", "stamp", "error"}))
    return;
  Transition transition;
  if (const Node* to = reader.require(node, "to"))
    transition.to = reader.one_of(*to, "state", type.states);
  read_trigger(node, reader, transition);
  read_effects(node, reader, transition);

  const Node* from = node.find("from");
  if (from == nullptr) {
    if (std::ranges::find(type.creations, transition.on) == type.creations.end()) {
      reader.fault(node, "a transition without 'from' makes an order: its 'on' is one of " +
                             join(type.creations, ", "));
    }
    transitions.push_back(std::move(transition));
    return;
  }
  const std::vector<Node> states =
      from->kind == Node::Kind::kSequence ? from->items : std::vector{*from};
  for (const Node& state : states) {
    transition.from = reader.one_of(state, "state", type.states);
    transitions.push_back(transition);
  }
}

// However an effect turns out, the state has a transition for it.
void check_diversions(const Node& name, const std::vector<Transition>& transitions,
                      Reader& reader) {
  const Lifecycle lifecycle(transitions);
  for (const Transition& transition : transitions) {
    const auto effect = std::ranges::find(effects(), transition.effect, &Effect::name);
    if (effect == effects().end()) continue;
    for (const std::string& action : effect->diversions) {
      if (lifecycle.on(transition.from, action) != nullptr) continue;
      reader.fault(name, "the effect '" + effect->name + "' of a transition from " +
                             transition.from + " may turn out otherwise: a transition with 'on: " +
                             action + "' from there is missing");
    }
  }
}

void read_lifecycles(const Node& node, Reader& reader, Rules& rules) {
  if (node.kind != Node::Kind::kMap) return reader.fault(node, "expected a map of order types");
  for (const auto& [name, list] : node.members) {
    const OrderType* type = find_order_type(reader.one_of(name, "order type", order_type_names()));
    if (type == nullptr || !reader.expect_sequence(list)) continue;
    std::vector<Transition> transitions;
    for (const Node& item : list.items) read_transition(item, *type, reader, transitions);
    check_diversions(name, transitions, reader);
    Lifecycle lifecycle(std::move(transitions));
    for (const std::string& creation : type->creations) {
      if (lifecycle.creation(creation) != nullptr) continue;
      reader.fault(name, "no transition makes an order: one with 'on: " + creation +
                             "' and without 'from' is missing");
    }
    rules.lifecycles.insert_or_assign(name.scalar, std::move(lifecycle));
  }
}

}  // namespace

Result<Rules, std::vector<yaml::Fault>> load(std::string_view text, std::string_view file) {
  const auto root = yaml::parse(text, file);
  if (!root) return std::vector{root.error()};
  Reader reader(file);
  Rules rules;
  if (reader.expect_map(*root, {"version", "lifecycles"})) {
    const Node* version = reader.require(*root, "version");
    if (version != nullptr && version->scalar != kVersion) {
      reader.fault(*version,
                   "version '" + version->scalar + "' is unknown; this program reads version 1");
    }
    if (const Node* lifecycles = root->find("lifecycles"))
      read_lifecycles(*lifecycles, reader, rules);
  }
  if (!reader.faults().empty()) return reader.faults();
  return rules;
}

Rules override_with(Rules rules, const Rules& changes) {
  for (const auto& [type, lifecycle] : changes.lifecycles) {
    rules.lifecycles.insert_or_assign(type, lifecycle);
  }
  return rules;
}

}  // namespace irisim::scenario
