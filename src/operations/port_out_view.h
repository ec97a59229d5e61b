#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// What an account is shown of the numbers that left it: the contract's section "portouts".
Answer list_port_outs(const Call& call, engine::Visit& world);
Answer get_port_out(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
