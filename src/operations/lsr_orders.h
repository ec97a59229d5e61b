#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// Port-outs that the winning carrier asks for: …/lsrorders POST, …/lsrorders/{orderid} GET and PUT
// (a SUPP, in the terms of number porting, or the cancellation).
Answer create_lsr(const Call& call, engine::Visit& world);
Answer get_lsr(const Call& call, engine::Visit& world);
Answer supp_lsr(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
