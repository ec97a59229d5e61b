#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/telephone_number.h"
#include "operations/finding.h"

namespace irisim::operations {

// The most numbers that one order may have.
inline constexpr int64_t kMostNumbers = 5'000;

// The rules on the list of telephone numbers that a new-number or disconnect order names: those
// that are broken.
std::vector<Finding> check_number_list(std::span<const std::string> numbers);

// Of a list that has passed. What is none is left out: it can only have come in by a snapshot that
// somebody has changed.
std::vector<Tn> parse_tns(std::span<const std::string> numbers);
std::vector<std::string> format_tns(std::span<const Tn> numbers);

}  // namespace irisim::operations
