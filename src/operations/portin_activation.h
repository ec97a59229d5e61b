#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// The activation of a triggered port by the customer: …/{orderid}/activationStatus.
Answer get_activation(const Call& call, engine::Visit& world);
Answer set_activation(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
