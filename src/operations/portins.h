#pragma once

#include "engine/world.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// A port-in: …/portins POST, …/portins/{orderid} GET, PUT (a SUPP, in the terms of number porting)
// and DELETE.
Answer create_portin(const Call& call, engine::World& world);
Answer get_portin(const Call& call, engine::World& world);
Answer supp_portin(const Call& call, engine::World& world);
Answer cancel_portin(const Call& call, engine::World& world);

}  // namespace irisim::operations
