#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// A port-in: …/portins POST, …/portins/{orderid} GET, PUT (a SUPP, in the terms of number porting)
// and DELETE.
Answer create_portin(const Call& call, engine::Visit& world);
Answer get_portin(const Call& call, engine::Visit& world);
Answer supp_portin(const Call& call, engine::Visit& world);
Answer cancel_portin(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
