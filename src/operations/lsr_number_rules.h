#pragma once

#include <span>
#include <string>
#include <vector>

#include "operations/finding.h"

namespace irisim::operations {

// The rules on the telephone numbers of a new LSR order.
void check_lsr_numbers(std::span<const std::string> numbers, std::vector<Finding>& findings);

// "[9192381468, 9192381467]", as messages about LSR orders name numbers.
std::string bracketed(std::span<const std::string> numbers);

}  // namespace irisim::operations
