#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// /accounts/{accountId}/tnreservation: a number that nobody else can order for a while, which the
// lifecycle of the order type "tnreservation" says.
Answer reserve_number(const Call& call, engine::Visit& world);
Answer get_reservation(const Call& call, engine::Visit& world);
Answer cancel_reservation(const Call& call, engine::Visit& world);

// How long a reservation will last, in seconds; nothing when it does not end by itself.
std::optional<int64_t> seconds_left(engine::Session& session, const store::Order& reservation);

}  // namespace irisim::operations
