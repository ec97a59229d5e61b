#pragma once

#include <span>

#include "scenario/lifecycle.h"
#include "yaml/reader.h"

namespace irisim::scenario {

// Says what cannot work in transitions of the order type that were read from a file and lie over a
// lifecycle (an empty one if they are whole): transitions that never fire, states that are never
// entered, effects that may turn out as no transition says. `name` is the place for faults of the
// whole.
void check_life(const yaml::Node& name, const OrderType& type,
                std::span<const ReadTransition> transitions, const Lifecycle& below,
                yaml::Reader& reader);

}  // namespace irisim::scenario
