#pragma once

#include <vector>

#include "operations/finding.h"
#include "xml/element.h"

namespace irisim::operations {

// The rules on a PUT of an LSR order that look at what the order is.

// Whether it asks for the cancellation of the order; all else in it is then ignored.
bool is_cancellation(xml::Element sent);

// `shown`: the order as answers show it, of which the client may send any part back.
std::vector<Finding> check_lsr_supp(xml::Element sent, xml::Element shown);

// Why an order that has no transition for a PUT refuses it.
Finding unmodifiable(bool is_over);

}  // namespace irisim::operations
