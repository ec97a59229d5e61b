#pragma once

#include "engine/world.h"

namespace irisim::app {

// What a world is made from if nobody wishes otherwise: the lifecycles and the data that ship in
// the program.
engine::WorldSettings shipped_world();

}  // namespace irisim::app
