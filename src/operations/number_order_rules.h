#pragma once

#include <vector>

#include "engine/session.h"
#include "operations/finding.h"
#include "xml/element.h"

namespace irisim::operations {

// The rules on a new-number order: those that are broken. The first group needs only the order and
// the inventory, the second the world's state too.
std::vector<Finding> check_number_order(xml::Element order, const inventory::Inventory& inventory);
std::vector<Finding> check_number_order_in_world(xml::Element order, engine::Session& session,
                                                 std::string_view account);

// The rules on the labels that a client gives an order of numbers, and on a change of one.
std::vector<Finding> check_labels(xml::Element order);
std::vector<Finding> check_order_change(xml::Element order);

}  // namespace irisim::operations
