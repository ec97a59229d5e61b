#include "operations/order_page.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "operations/paging.h"
#include "scenario/order_type.h"

namespace irisim::operations {
namespace {

constexpr int64_t kDefaultSize = 300;
constexpr int64_t kLargestSize = 1000;
constexpr std::chrono::years kLookBack(2);

// Clients write "pending documents" as well as PENDING_DOCUMENTS.
Result<std::string> read_status(std::string_view type, std::string_view text) {
  std::string status = upper(text);
  std::ranges::replace(status, ' ', '_');
  const std::vector<std::string>& known = scenario::find_order_type(type)->states;
  if (std::ranges::find(known, status) != known.end()) return status;
  return Error{"status '" + std::string(text) + "' is unknown" + did_you_mean(status, known) +
               ". Valid values: " + join(known, ", ")};
}

Result<Date> read_date(std::string_view name, std::string_view text) {
  if (const std::optional<Timestamp> date = parse_list_date(text)) return date->date;
  return Error{std::string(name) + " '" + std::string(text) +
               "' is not a date of the form yyyy-MM-dd"};
}

// Sets the dates of the filter; the error says which of the documented rules on them is broken.
std::optional<Error> read_dates(const http::Query& query, const OrderList& list,
                                std::string_view criterion, store::OrderFilter& filter) {
  std::map<std::string_view, Date> dates;
  for (const std::string_view name : list.dates) {
    const std::optional<std::string> text = query.find(name);
    if (!text) continue;
    const Result<Date> date = read_date(name, *text);
    if (!date) return date.error();
    dates.emplace(name, *date);
    if (!list.can_combine && !criterion.empty()) {
      return Error{std::string(criterion) + " cannot be combined with " + std::string(name)};
    }
  }
  const auto find = [&](std::string_view name) {
    const auto found = dates.find(name);
    return found == dates.end() ? std::nullopt : std::optional(found->second);
  };
  const std::optional<Date> start = find("startdate");
  const std::optional<Date> end = find("enddate");
  if (start.has_value() != end.has_value())
    return Error{"startdate and enddate must be given together"};
  if (start && *start > *end) return Error{"startdate is after enddate"};
  filter.date = find("date");
  if (start) {
    filter.modified_from = Instant(*start);
    filter.modified_before = Instant(*end + std::chrono::days(1));
  }
  return std::nullopt;
}

std::optional<Error> read_bound(const http::Query& query, std::string_view parameter,
                                std::chrono::days later, std::optional<Instant>& bound) {
  const std::optional<std::string> text = query.find(parameter);
  if (!text) return std::nullopt;
  const Result<Date> date = read_date(parameter, *text);
  if (!date) return date.error();
  bound = Instant(*date + later);
  return std::nullopt;
}

std::optional<Error> read_ranges(const http::Query& query, const OrderList& list,
                                 store::OrderFilter& filter) {
  for (const auto& [from, to, begin, end] : list.ranges) {
    if (auto error = read_bound(query, from, std::chrono::days(0), filter.*begin)) return error;
    if (auto error = read_bound(query, to, std::chrono::days(1), filter.*end)) return error;
    if (filter.*begin && filter.*end && *(filter.*begin) >= *(filter.*end))
      return Error{std::string(from) + " is after " + std::string(to)};
  }
  return std::nullopt;
}

// The states of a status parameter; it may be given several times, or name several.
std::optional<Error> read_statuses(const http::Query& query, const OrderList& list,
                                   store::OrderFilter& filter) {
  for (const auto& [name, value] : query.parameters()) {
    if (!equal_ignoring_case(name, "status")) continue;
    for (const std::string_view text : split(value, ',')) {
      Result<std::string> status = read_status(list.type, text);
      if (!status) return status.error();
      filter.statuses.push_back(std::move(*status));
    }
  }
  return std::nullopt;
}

}  // namespace

Result<int64_t> read_size(const http::Query& query) {
  return read_size(query, kDefaultSize, kLargestSize);
}

Result<store::OrderFilter> read_order_filter(const Call& call, const OrderList& list) {
  store::OrderFilter filter;
  filter.type = list.type;
  filter.account = call.account();
  filter.site = call.find_parameter("siteId");
  if (const auto error = read_statuses(call.query, list, filter)) return *error;
  if (filter.statuses.empty()) filter.not_status = "DRAFT";  // drafts are listed only by name
  filter.user = call.query.find("userid");
  std::string_view criterion;
  for (const auto& [parameter, field] : list.criteria) {
    if (auto text = call.query.find(parameter)) {
      filter.*field = std::move(text);
      criterion = parameter;
    }
  }
  if (const auto error = read_dates(call.query, list, criterion, filter)) return *error;
  if (const auto error = read_ranges(call.query, list, filter)) return *error;
  return filter;
}

void limit_age(store::OrderFilter& filter, const OrderList& list, Instant now) {
  for (const OrderCriterion& criterion : list.criteria) {
    if (filter.*criterion.field) return;
  }
  for (const DateRange& range : list.ranges) {
    if (filter.*range.begin || filter.*range.end) return;
  }
  if (!filter.modified_from && !filter.date) filter.modified_from = now - kLookBack;
}

Result<OrderPage> read_order_page(const Call& call, engine::Visit& world, const OrderList& list) {
  Result<store::OrderFilter> filter = read_order_filter(call, list);
  if (!filter) return filter.error();
  const Result<int64_t> size = read_size(call.query);
  if (!size) return size.error();
  const std::string first = call.query.find("page").value_or("1");

  OrderPage page;
  page.size = *size;
  const bool known_page = world.read([&](engine::Session& session) {
    limit_age(*filter, list, session.now);
    if (first != "1") {
      const std::optional<store::Order> order = session.store.orders.find(lower(first));
      if (!order || order->account != call.account() || order->type != list.type) return false;
      filter->first_row = order->row;
    }
    filter->limit = *size + 1;  // one more tells whether a page follows
    page.total = session.store.orders.count(*filter);
    page.orders = session.store.orders.list(*filter);
    return true;
  });
  if (!known_page)
    return Error{"page '" + first + "' is neither 1 nor the id of an order of this list"};
  if (std::ssize(page.orders) > *size) {
    page.next = page.orders.back().order.id;
    page.orders.pop_back();
  }
  return page;
}

}  // namespace irisim::operations
