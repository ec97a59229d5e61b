#pragma once

#include "engine/world.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// /coveredRateCenters: the rate centers that our network or a partner's covers, and one of them.
Answer list_covered_rate_centers(const Call& call, engine::World& world);
Answer get_covered_rate_center(const Call& call, engine::World& world);

}  // namespace irisim::operations
