#pragma once

#include "http/target.h"
#include "inventory/inventory.h"
#include "operations/refusal.h"
#include "store/numbers.h"

namespace irisim::operations {

// What the lists of numbers have in common: /tns and the inserviceNumbers of accounts and sites.

// The criteria of the query: where numbers are (npa or areaCode, npaNxx, npaNxxX or npaNxxx, lata,
// tier, rateCenter, city, state) and when they last changed (startdate, enddate). The inventory is
// used as long as the filter is.
Outcome<store::NumberFilter> read_number_filter(const http::Query& query,
                                                const inventory::Inventory& inventory);

}  // namespace irisim::operations
