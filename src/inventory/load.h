#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "inventory/inventory.h"
#include "yaml/node.h"

namespace irisim::inventory {

// Reads an inventory file (docs/inventory.md), or gives all that is wrong with it.
Result<Inventory, std::vector<yaml::Fault>> load(std::string_view text, std::string_view file);

}  // namespace irisim::inventory
