#pragma once

#include <string_view>
#include <vector>

#include "operations/finding.h"
#include "xml/element.h"

namespace irisim::operations {

// The rules on the subscriber of an LSR order and the service address in it.
void check_lsr_subscriber(xml::Element subscriber, std::vector<Finding>& findings);

// The provinces of Canada, whose postal codes the contract's table allows: "ON".
bool is_province(std::string_view text);

}  // namespace irisim::operations
