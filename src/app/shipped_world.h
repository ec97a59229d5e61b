#pragma once

#include "engine/world.h"

namespace irisim::app {

// What a world is made from if nobody wishes otherwise: the lifecycles and the data that ship in
// the program, and the stories that magic values start.
engine::WorldSettings shipped_world();

// The rules of a world: the lifecycles that ship, and the stories of scenarios/magic over them if
// wanted.
scenario::Rules shipped_rules(bool with_magic);

}  // namespace irisim::app
