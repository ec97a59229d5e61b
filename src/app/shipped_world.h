#pragma once

#include "engine/world.h"

namespace irisim::app {

// The rules of a world: the lifecycles that ship, and the stories of scenarios/magic over them if
// wanted.
scenario::Rules shipped_rules(bool with_magic);

// What a world is made from if nobody wishes otherwise: the data that ship in the program, and
// these rules.
engine::WorldSettings shipped_world(scenario::Rules rules = shipped_rules(true));

}  // namespace irisim::app
