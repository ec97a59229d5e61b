#include "scenario/life_check.h"

#include <algorithm>

#include "base/text.h"

namespace irisim::scenario {
namespace {

// By which the control API chooses among several by the state that they lead to.
constexpr std::string_view kControl = "control";

// Whether the earlier one is always taken in place of the later one.
bool shadows(const Transition& earlier, const Transition& later) {
  if (earlier.from != later.from || earlier.times > 0) return false;
  if (earlier.is_timed() || later.is_timed()) return earlier.is_timed() && later.is_timed();
  return earlier.on == later.on && (earlier.on != kControl || earlier.to == later.to);
}

void check_shadows(std::span<const ReadTransition> transitions, yaml::Reader& reader) {
  for (size_t later = 1; later < transitions.size(); ++later) {
    const auto& [transition, node, from] = transitions[later];
    for (size_t earlier = 0; earlier < later; ++earlier) {
      if (!shadows(transitions[earlier].transition, transition)) continue;
      reader.fault(*from, "never happens: the transition in line " +
                              std::to_string(transitions[earlier].node->line) + " leaves " +
                              (transition.from.empty() ? "the beginning" : transition.from) +
                              (transition.is_timed() ? " by itself" : " on " + transition.on) +
                              " first; 'times' there would let this one have its turn");
      break;
    }
  }
}

// The states that the transitions lead to from the beginning on.
std::vector<std::string> reachable(const Lifecycle& life) {
  std::vector<std::string> reached = life.next_states("");
  for (size_t i = 0; i < reached.size(); ++i) {
    for (const std::string& next : life.next_states(reached[i])) {
      if (std::ranges::find(reached, next) == reached.end()) reached.push_back(next);
    }
  }
  return reached;
}

void check_reachable(std::span<const ReadTransition> transitions, const Lifecycle& life,
                     yaml::Reader& reader) {
  const std::vector<std::string> reached = reachable(life);
  for (const auto& [transition, node, from] : transitions) {
    if (transition.from.empty() || std::ranges::find(reached, transition.from) != reached.end())
      continue;
    reader.fault(*from, "never happens: no transition leads to " + transition.from);
  }
}

// However an effect turns out, the state has a transition for it.
void check_diversions(std::span<const ReadTransition> transitions, const Lifecycle& life,
                      yaml::Reader& reader) {
  for (const auto& [transition, node, from] : transitions) {
    const auto effect = std::ranges::find(effects(), transition.effect, &Effect::name);
    if (effect == effects().end()) continue;
    for (const std::string& action : effect->diversions) {
      if (life.on(transition.from, action) != nullptr) continue;
      reader.fault(*node->find("effect"),
                   "the effect '" + effect->name + "' of a transition from " + transition.from +
                       " may turn out otherwise: a transition with 'on: " + action +
                       "' from there is missing");
    }
  }
}

}  // namespace

void check_life(const yaml::Node& name, const OrderType& type,
                std::span<const ReadTransition> transitions, const Lifecycle& below,
                yaml::Reader& reader) {
  std::vector<Transition> own;
  for (const auto& [transition, node, from] : transitions) own.push_back(transition);
  const Lifecycle life = lay_over(Lifecycle(std::move(own)), below);
  check_shadows(transitions, reader);
  check_diversions(transitions, life, reader);
  bool begins = true;
  for (const std::string& creation : type.creations) {
    if (life.creation(creation) != nullptr) continue;
    begins = false;
    reader.fault(name, "no transition makes an order: one with 'on: " + creation +
                           "' and without 'from' is missing");
  }
  if (begins) check_reachable(transitions, life, reader);
}

}  // namespace irisim::scenario
