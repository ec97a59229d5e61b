#pragma once

#include "inventory/inventory.h"
#include "operations/number_facts.h"
#include "xml/element.h"

namespace irisim::operations {

// A number as lists and details show it: where it is, who provides it and what has become of it. An
// element is left out where nothing is known of it: a toll-free number is nowhere.
void add_facts(xml::Element parent, const NumberFacts& facts,
               const inventory::Inventory& inventory);

}  // namespace irisim::operations
