#pragma once

#include <vector>

#include "base/time.h"
#include "operations/portin_candidate.h"

namespace irisim::operations {

// The rules on RequestedFocDate. They hold for dates that are sent: an old one may have come to
// pass.
void check_portin_date(const Candidate& candidate, std::vector<Finding>& findings);

// The first day on which a losing carrier can let numbers go that needs so many business days: no
// earlier than tomorrow.
Date next_foc_date(Instant now, int porting_interval);

// The rule that depends on the losing carrier.
void check_porting_interval(const Candidate& candidate, int porting_interval,
                            std::vector<Finding>& findings);

}  // namespace irisim::operations
