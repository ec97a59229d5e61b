#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// Lists of orders in a ResponseSelectWrapper, with what their numbers are: those of new numbers, of
// an account or of a site, and disconnects.
Answer list_number_orders(const Call& call, engine::Visit& world);
Answer list_disconnects(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
