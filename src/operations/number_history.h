#pragma once

#include <string_view>

#include "engine/world.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// /tns/{tn}/history: what has become of a number, derived from the orders that name it.
Answer get_number_history(const Call& call, engine::World& world);

// What the resources of a number call an order of that type: "NEW_NUMBER_ORDER".
std::string_view order_type_name(std::string_view type);

// The order's id; of the pseudo order that a number ages in, that of its disconnect order.
std::string shown_order_id(const store::Order& order);

}  // namespace irisim::operations
