#pragma once

#include "engine/world.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// The activation of a triggered port by the customer: …/{orderid}/activationStatus.
Answer get_activation(const Call& call, engine::World& world);
Answer set_activation(const Call& call, engine::World& world);

}  // namespace irisim::operations
