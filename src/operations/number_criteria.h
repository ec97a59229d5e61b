#pragma once

#include <optional>
#include <string>
#include <vector>

#include "inventory/inventory.h"
#include "operations/availability.h"
#include "operations/finding.h"
#include "operations/rate_center_filter.h"

namespace irisim::operations {

// Which numbers are looked for, by GET availableNumbers or by an order that searches: as sent, an
// empty text for what does not matter.
struct NumberCriteria {
  std::string area_code{}, npa_nxx{}, npa_nxx_x{};
  std::string rate_center{}, state{}, city{}, zip{}, lata{};
  std::string local_vanity{}, toll_free_vanity{}, toll_free_wild_card{};
  bool ends_in = false;  // of local_vanity: only at the end of a number
  std::optional<bool>
      with_local_calling_area{};  // whether numbers near by will do as well; absent: where they may
  Protection protection = Protection::kNone;
  std::optional<std::vector<int>> tiers{};  // that the account may have; absent: all

  RateCenterFilter rate_center_filter() const {
    return {.abbreviation = rate_center, .state = state, .city = city, .zip = zip, .lata = lata};
  }
};

// The first rule on criteria that an order breaks: a 5002 in its own wording.
std::optional<Finding> check_order_criteria(const NumberCriteria& criteria,
                                            const inventory::Inventory& inventory);

}  // namespace irisim::operations
