#pragma once

#include <string_view>

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// /tns/{tn}/history: what has become of a number, derived from the orders that name it.
Answer get_number_history(const Call& call, engine::Visit& world);

// What the resources of a number call an order of that type: "NEW_NUMBER_ORDER".
std::string_view order_type_name(std::string_view type);

// The order as a client knows it: for the pseudo order that a number ages in, its disconnect order
// (or itself, if a snapshot that somebody has changed left that out).
store::Order shown_order(engine::Session& session, store::Order order);

}  // namespace irisim::operations
