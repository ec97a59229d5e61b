#pragma once

#include <vector>

#include "inventory/inventory.h"
#include "operations/number_criteria.h"

namespace irisim::operations {

// The blocks in which numbers are looked for, each group ascending.
struct BlockChoice {
  std::vector<const inventory::Block*> exact;
  std::vector<const inventory::Block*> near_by;  // others of the local calling area
};

// Leaves out blocks of tiers that the criteria do not allow.
BlockChoice choose_blocks(const inventory::Inventory& inventory, const NumberCriteria& criteria);

// Whether numbers that match exist in tiers only that the criteria do not allow.
bool is_restricted(const inventory::Inventory& inventory, const NumberCriteria& criteria);

// Whether criteria may be widened to the local calling area: an NPA-NXX, an NPA-NXX-X, or a rate
// center with its state, and nothing else.
bool has_local_calling_area(const NumberCriteria& criteria);

}  // namespace irisim::operations
