#pragma once

#include "scenario/delay.h"

namespace irisim::scenario {

// Reads a delay that a client has to wait for, in wall time, and which is therefore bounded.
Delay read_wall_delay(const yaml::Node& node, yaml::Reader& reader);

// One such delay; a lognormal one ends at the bound.
Millis sample_wall_delay(const Delay& delay, uint64_t roll);

// Reads a duration of wall time, with the same bound.
Millis read_wall_duration(const yaml::Node& node, yaml::Reader& reader);

}  // namespace irisim::scenario
