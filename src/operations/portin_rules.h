#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "engine/session.h"
#include "operations/finding.h"
#include "operations/portability.h"
#include "operations/portin_candidate.h"

namespace irisim::operations {

// Every broken rule of a port-in that is submitted or changed: those of the contract's table of
// elements in its order, then those on its date and its list of numbers. These need nothing but the
// request.
std::vector<Finding> check_portin(const Candidate& candidate);

// Of a draft only the list of numbers is checked.
std::vector<Finding> check_draft(const Candidate& candidate);

// The rules that need the world: site and SIP peer, and where the numbers are. `row` is the order's
// own; 0 for a new one.
std::vector<Finding> check_portin_in_world(const Candidate& candidate,
                                           std::span<const Portability> numbers,
                                           engine::Session& session, std::string_view account,
                                           int64_t row);

}  // namespace irisim::operations
