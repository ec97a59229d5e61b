#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// /accounts/{accountId}/orders: orders of new telephone numbers.
Answer create_number_order(const Call& call, engine::Visit& world);
Answer get_number_order(const Call& call, engine::Visit& world);
Answer update_number_order(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
