#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "engine/session.h"
#include "operations/portability.h"
#include "operations/portin_candidate.h"

namespace irisim::operations {

// The rules on the list of telephone numbers alone, which hold for drafts too.
void check_number_list(const Candidate& candidate, std::vector<Finding>& findings);

// Toll-free numbers are ported by themselves.
void check_one_kind(std::span<const Tn> numbers, std::vector<Finding>& findings);

// Of those of the texts that are telephone numbers.
std::vector<Portability> portabilities(engine::Session& session, std::string_view account,
                                       std::span<const std::string> numbers);

// Whether nothing stands in the way of porting each number to the account: no other port-in, and
// nothing of ours. `row` is the order's own; 0 for none.
void check_freedom(std::span<const Portability> numbers, engine::Session& session, int64_t row,
                   std::vector<Finding>& findings);

// Whether each number can be ported at all, and all of them with one order. An order that exists
// answers only for the numbers that are new to it, which must go with those that it has.
void check_whereabouts(const Candidate& candidate, std::span<const Portability> numbers,
                       engine::Session& session, int64_t row, std::vector<Finding>& findings);

// What a port of these terms asks for, and what it does not offer.
void check_terms(const Candidate& candidate, const PortTerms& terms,
                 std::vector<Finding>& findings);

}  // namespace irisim::operations
