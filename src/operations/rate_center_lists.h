#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// /cities and /rateCenters: those of a state that our network or, unless only supported ones are
// asked for, a partner's covers; with the numbers that are available there, if these are asked for.
Answer list_cities(const Call& call, engine::Visit& world);
Answer list_rate_centers(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
