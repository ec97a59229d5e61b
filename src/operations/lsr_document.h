#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "xml/document.h"

namespace irisim::operations {

// The document of an LSR order: what the client has sent, under the contract's names, and
// PonVersion and ActualFocDate. The contract's section "lsrorders", its table of elements and the
// list of what a PUT may change.

inline constexpr std::string_view kLsrType = "lsrorders";
inline constexpr std::string_view kLsrRoot = "LsrOrder";

// What the client has sent of it, nothing filled in; all else is left out.
xml::Document read_lsr(xml::Element sent);

// Fills in what a new order leaves open.
void complete_lsr(xml::Element order, std::string_view account_spid, Date default_foc);

// Lays a PUT over the order: elements that are sent replace those that it has, the subscriber as a
// whole. Gives the changes, as an order's history has them.
std::vector<std::string> merge_lsr(xml::Element order, xml::Element sent);

// The names of the elements in a PUT that would change what cannot be changed; an echo of the
// order as it is shown changes nothing.
std::vector<std::string> fixed_changes(xml::Element sent, xml::Element shown);

std::vector<std::string> lsr_numbers(xml::Element order);

// The date of the port as the answer to a POST shows it, and no other: an imitated oddity.
std::string at_midnight(std::string_view date);

// Whether the text is the order's own date, as this or another answer has shown it.
bool is_same_lsr_date(std::string_view text, std::string_view own);

}  // namespace irisim::operations
