#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "operations/portability.h"
#include "xml/document.h"

namespace irisim::operations {

// The part of a port-in that the client writes: which elements there are, and how a change (SUPP)
// is laid over them. The contract's section "portins", its table of elements and the prose of PUT.

inline constexpr std::string_view kPortinRoot = "LnpOrder";

// Lays what was sent over the order: an element that was sent replaces the order's, an empty one
// removes it, and what was not sent stays. Lists are replaced whole; so is the address with
// ResetAddressFields. Elements that are none of the client's are ignored. `differences`, where
// wanted, gets a line for each change, as the history's Difference has it.
void merge_portin(xml::Element order, xml::Element sent,
                  std::vector<std::string>* differences = nullptr);

std::vector<std::string> portin_numbers(xml::Element order);

// Fills in what the service derives: the country of the address, and the requested FOC date with
// the default time where none was sent, or the next available date.
void complete_portin(xml::Element order, Date next_foc_date);

// Writes down from whom, to whom and in which way the order's numbers are ported: what is so when
// it is submitted or changed holds until its end.
void set_port_terms(xml::Element order, const std::optional<PortTerms>& terms);

}  // namespace irisim::operations
