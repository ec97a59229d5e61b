#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/visit.h"
#include "operations/call.h"
#include "store/orders.h"

namespace irisim::operations {

// Lists of orders of one type: their filters, as query parameters, and their pages.

// A criterion with a column of its own. Each names few orders.
struct OrderCriterion {
  std::string_view parameter;
  std::optional<std::string> store::OrderFilter::*field;
};

// Parameters that bound a time of the orders by days, which are included.
struct DateRange {
  std::string_view from, to;
  std::optional<Instant> store::OrderFilter::*begin;
  std::optional<Instant> store::OrderFilter::*end;
};

// What one list of orders understands besides status, userid, page and size.
struct OrderList {
  std::string_view type;  // "portins"
  std::span<const OrderCriterion> criteria;
  std::span<const std::string_view> dates;  // its parameters that are dates
  bool can_combine = true;                  // a criterion with a date
  std::span<const DateRange> ranges = {};
};

// One page; `next` is the id of the first order of the page that follows, if there is one.
struct OrderPage {
  int64_t total = 0, size = 0;
  std::vector<store::ListedOrder> orders;
  std::optional<std::string> next;
};

// How many entries the page may have: the parameter `size`, 300 when it is absent.
Result<int64_t> read_size(const http::Query& query);

// The filter that the request describes; the error says which parameter is wrong, and how.
Result<store::OrderFilter> read_order_filter(const Call& call, const OrderList& list);

// Without a date or a criterion a list goes back two years.
void limit_age(store::OrderFilter& filter, const OrderList& list, Instant now);

// The page that the request describes. Without a date or a criterion it goes back two years.
Result<OrderPage> read_order_page(const Call& call, engine::Visit& world, const OrderList& list);

}  // namespace irisim::operations
