#pragma once

#include <vector>

#include "operations/finding.h"
#include "operations/portin_candidate.h"
#include "store/orders.h"

namespace irisim::operations {

// What a SUPP may not change, by the state that the order is in and the type of its port. The
// contract's prose of PUT …/portins/{orderid}.
std::vector<Finding> check_supp(const Candidate& candidate, const store::Order& order,
                                bool has_reached_foc);

}  // namespace irisim::operations
