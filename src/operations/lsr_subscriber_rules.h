#pragma once

#include <vector>

#include "operations/finding.h"
#include "xml/element.h"

namespace irisim::operations {

// The rules on the subscriber of an LSR order and the service address in it.
void check_lsr_subscriber(xml::Element subscriber, std::vector<Finding>& findings);

}  // namespace irisim::operations
