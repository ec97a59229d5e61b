#pragma once

#include <string_view>
#include <vector>

#include "operations/fields.h"
#include "operations/finding.h"
#include "xml/element.h"

namespace irisim::operations {

// Street addresses as all resources have them: which fields there are, and what may be in each.
// Resources with codes of their own (port-ins) have a table of their own and share the rules.

// HouseNumber, …, AddressType, in the contract's order.
const std::vector<Field>& address_fields();

// Rules, for tables of FieldRules; they hold for an empty text.
bool is_no_state(std::string_view text);
bool is_no_zip(std::string_view text);          // five digits
bool is_no_directional(std::string_view text);  // N, SW, …

// The rules on the address of a site or a SIP peer, with the codes of account administration.
void check_address(xml::Element address, std::vector<Finding>& findings);

}  // namespace irisim::operations
