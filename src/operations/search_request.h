#pragma once

#include "base/result.h"
#include "http/target.h"
#include "operations/number_criteria.h"

namespace irisim::operations {

// The query of GET /accounts/{accountId}/availableNumbers.
struct SearchRequest {
  NumberCriteria criteria;
  int64_t quantity = 0;
  bool with_details = false;
  bool is_ordered = false;  // by the first digits of the numbers, so many of them:
  int order_digits = 0;
};

// The error is the first rule of the contract's two tables that the query breaks.
Result<SearchRequest, Finding> read_search(const http::Query& query,
                                           const inventory::Inventory& inventory);

}  // namespace irisim::operations
