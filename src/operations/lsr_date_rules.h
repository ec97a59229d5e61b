#pragma once

#include <vector>

#include "operations/finding.h"
#include "operations/lsr_candidate.h"

namespace irisim::operations {

// The rules on RequestedFocDate. They hold for dates that are sent, unless it is the one that the
// order has: that may have come to pass.
void check_lsr_date(const LsrCandidate& candidate, std::vector<Finding>& findings);

// The day of the port where none is asked for: the first after today that there may be.
Date default_lsr_date(const LsrCandidate& candidate);

}  // namespace irisim::operations
