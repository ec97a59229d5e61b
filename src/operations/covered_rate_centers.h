#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// /coveredRateCenters: the rate centers that our network or a partner's covers, and one of them.
Answer list_covered_rate_centers(const Call& call, engine::Visit& world);
Answer get_covered_rate_center(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
