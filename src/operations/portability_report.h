#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "operations/portability.h"
#include "xml/document.h"

namespace irisim::operations {

// What lnpchecker tells of numbers.

// The query parameter fullCheck. Without off-net information a number that only a partner can
// provide looks as if nobody could.
enum class CheckMode {
  kRateCenters,  // "false": no losing carriers
  kCarriers,     // "true": the losing carriers of all numbers
  kOnNet,        // "onnetportability": those of on-net numbers
  kOffNet,       // "offnetportability": those of all numbers, and the partners' rate centers
};
std::optional<CheckMode> read_check_mode(std::string_view text);

xml::Document portability_report(std::span<const Portability> numbers, CheckMode mode);

}  // namespace irisim::operations
