#pragma once

#include <vector>

#include "engine/session.h"
#include "operations/finding.h"
#include "operations/lsr_candidate.h"

namespace irisim::operations {

// The contract's section "lsrorders", its table of errors: the rows of POST and PUT.

// Every broken rule on what was sent, in the order of the documented answers. `body` is all of it,
// also what is not of the order.
std::vector<Finding> check_lsr(xml::Element body, const LsrCandidate& candidate);

// 17032 and 17033: the PON names one order of an account, whatever has become of that.
std::vector<Finding> check_pon_in_world(const LsrCandidate& candidate, engine::Session& session);

}  // namespace irisim::operations
