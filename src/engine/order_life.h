#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/session.h"
#include "engine/visitor.h"
#include "scenario/rules.h"

namespace irisim::engine {

// The author of what happens by itself.
inline constexpr std::string_view kSystem = "System";

// Who or what makes an order take a step, with what the lifecycle's transition does not say.
struct Cause {
  std::string author{kSystem};
  std::string note;        // instead of the transition's, if not empty
  std::string difference;  // what else has changed, in the form of the documented history
  std::vector<scenario::OrderError> errors = {};  // instead of the transition's, if not empty
};

// That of its type, with the changes of the scenario that is for it.
const scenario::Lifecycle& lifecycle_of(const Session& session, const store::Order& order);

// The transition that the order would take on the action, or by itself; null when there is none.
const scenario::Transition* transition_on(Session& session, const store::Order& order,
                                          std::string_view action);
const scenario::Transition* timed_transition(Session& session, const store::Order& order);

// What rules see of the order.
void describe(scenario::Subject& subject, const store::Order& order,
              std::span<const std::string> numbers);

// Puts a new order into the first state of its lifecycle: the order, its numbers and its history
// are stored, its timer runs. The order's id, status and row are set here, and a PON if it has
// none; everything else is the caller's. The action is "create" or "draft".
void begin_life(Session& session, store::Order& order, std::span<const std::string> numbers,
                std::string_view action);

// Takes the order over a transition, or over the one that its effect leads to instead: status,
// history, the transition's marks on the document and the timers of the new state, all stored;
// `order` is what is stored then. Other changes that the caller made to it are stored with it.
Happening take(Session& session, store::Order& order, const scenario::Transition& transition,
               const Cause& cause);

// Stores a change of the order that is no transition, with a history entry and the cause's errors.
void record_change(Session& session, store::Order& order, const Cause& cause);

// Makes the order perform the action at the time, instead of whatever it would have done by itself.
void schedule(Session& session, const store::Order& order, Instant due, std::string_view action);

// Takes the order over the transition on the action, if there is one.
void perform(Session& session, store::Order& order, std::string_view action,
             std::string_view author);

// Has the order wait for what it does next by itself, if anything: not before accounts have
// answered that are asked whether it may have their numbers.
void start_timer(Session& session, const store::Order& order);

// Counts that a client has read the order, which may be what it waits for.
void count_poll(Session& session, std::string_view order_id);

// Under rules that are new, orders may do by themselves what they did not before: they wait for it
// from now on. Those that wait already go on as they would have.
void restart_timers(Session& session);

// Fires a timer that is due; the timer is gone then. Nothing happens when the order's state no
// longer allows it.
std::optional<Happening> fire(Session& session, const store::Timer& timer);

}  // namespace irisim::engine
