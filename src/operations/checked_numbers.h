#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/telephone_number.h"
#include "operations/answer.h"
#include "operations/finding.h"
#include "xml/element.h"

namespace irisim::operations {

// The telephone numbers that a client asks about: what lnpchecker and importTnChecker share.

struct CheckedNumbers {
  std::vector<Tn> numbers;
  std::vector<Finding> findings;  // not empty: the request is refused
};

// Reads the list's items: one number at least, 5,000 at most, no number twice.
CheckedNumbers read_checked_numbers(xml::Element list, std::string_view item);

// 400 with <Errors> for each finding, in a document with this root.
Answer refuse_check(std::string_view root, std::span<const Finding> findings);

// <element> with an <item> for each number.
void add_numbers(xml::Element parent, std::string_view element, std::string_view item,
                 std::span<const Tn> numbers);

}  // namespace irisim::operations
