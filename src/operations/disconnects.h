#pragma once

#include <string>

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// /accounts/{accountId}/disconnects: orders that take numbers out of service.
Answer create_disconnect(const Call& call, engine::Visit& world);
Answer get_disconnect(const Call& call, engine::Visit& world);

// The effect "disconnect": takes the order's numbers out of service, as far as they are the
// account's. They age as the lifecycle of the order type "aging" says, and can be ordered
// afterwards; a purge leaves that out. "part" or "fail" when not all of them could be taken.
std::string disconnect_numbers(engine::Session& session, store::Order& order);

}  // namespace irisim::operations
