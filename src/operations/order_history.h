#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// When the order came into the state that it is in: a change of its labels is later.
Instant in_state_since(engine::Session& session, const store::Order& order);

// GET …/{orderid}/history: what happened to the order, oldest first; 7710 while it is a draft.
Answer get_history(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
