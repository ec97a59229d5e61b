#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "operations/finding.h"
#include "xml/element.h"

namespace irisim::operations {

// How the contract spells a type of order that can be subscribed to; the text itself when it is
// none.
std::string spell_order_type(std::string_view text);
bool is_no_order_type(std::string_view text);

// The type of the orders themselves: "lidb" has two names.
std::string order_type_of(std::string_view spelt);

// The rules that a subscription breaks by itself, in the order in which they are told.
std::vector<Finding> check_subscription(xml::Element subscription);

}  // namespace irisim::operations
