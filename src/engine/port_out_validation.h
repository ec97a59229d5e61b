#pragma once

#include "engine/session.h"
#include "scenario/transition.h"

namespace irisim::engine {

// Asking accounts whether numbers may leave them (contract:
// /callbacks/portOutValidationCallbackApi). An order that asks waits for the answers, which decide
// how it goes on (webhook/validation.h).

// To be called when the order has come to its state over the transition. If that makes it a new
// request for numbers of others, those accounts that have an endpoint are asked: what is sent to
// them is in the outbox then. What the order has asked for before is called off.
void validate_port_out(Session& session, const store::Order& order,
                       const scenario::Transition& transition);

}  // namespace irisim::engine
