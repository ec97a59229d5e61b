#pragma once

#include "inventory/inventory.h"

namespace irisim::inventory {

// The inventory of fixtures/inventory.yaml, which is part of the program: nothing is parsed, and
// nothing can be wrong with it.
Inventory shipped();

}  // namespace irisim::inventory
