#pragma once

#include <string>
#include <string_view>

#include "inventory/inventory.h"

namespace irisim::operations {

// Which rate centers to look at: what is empty does not restrict. In any case of letters.
struct RateCenterFilter {
  std::string abbreviation{}, name{}, state{}, city{};
  std::string zip{};   // five digits; more are left aside
  std::string lata{};  // three digits, which five-digit ones begin with, or five ("22400" is 224)

  bool matches(const inventory::RateCenter& rate_center) const;
};

// Whether any rate center matches.
bool any_matches(const inventory::Inventory& inventory, const RateCenterFilter& filter);

// Whether the rate center has numbers that begin with these digits, seven at most, be they ours or
// others'. All do if there are no digits.
bool has_prefix(const inventory::Inventory& inventory, const inventory::RateCenter& center,
                std::string_view digits);

}  // namespace irisim::operations
