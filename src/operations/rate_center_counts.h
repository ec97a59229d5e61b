#pragma once

#include <span>
#include <vector>

#include "engine/session.h"
#include "operations/availability.h"

namespace irisim::operations {

// How many numbers can be ordered in each of the rate centers.
std::vector<Availability::Count> count_available(
    engine::Session& session, std::span<const inventory::RateCenter* const> centers);

}  // namespace irisim::operations
