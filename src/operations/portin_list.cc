#include "operations/portin_list.h"

#include <algorithm>

#include "base/check.h"
#include "base/text.h"
#include "operations/order_numbers.h"
#include "operations/paging.h"
#include "operations/portin_document.h"
#include "scenario/order_type.h"

namespace irisim::operations {
namespace {

constexpr std::string_view kType = "portins";
constexpr int64_t kDefaultSize = 300;
constexpr int64_t kLargestSize = 1000;
constexpr std::chrono::years kLookBack(2);

// Clients write "pending documents" as well as PENDING_DOCUMENTS.
Result<std::string> read_status(std::string_view text) {
  std::string status = upper(text);
  std::ranges::replace(status, ' ', '_');
  const std::vector<std::string>& known = scenario::find_order_type(kType)->states;
  if (std::ranges::find(known, status) != known.end()) return status;
  return Error{"status '" + std::string(text) + "' is unknown" + did_you_mean(status, known) +
               ". Valid values: " + join(known, ", ")};
}

Result<Date> read_date(std::string_view name, std::string_view text) {
  const std::optional<Timestamp> date = parse_timestamp(text);
  if (date) return date->date;
  return Error{std::string(name) + " '" + std::string(text) +
               "' is not a date of the form yyyy-MM-dd"};
}

// The criteria with a column of their own, each of which names few orders and cannot go with a
// date.
struct Criterion {
  std::string_view parameter;
  std::optional<std::string> store::OrderFilter::*field;
};
constexpr Criterion kCriteria[] = {
    {"tn", &store::OrderFilter::billing_tn},
    {"orderTn", &store::OrderFilter::order_tn},
    {"customerOrderId", &store::OrderFilter::customer_order_id},
    {"pon", &store::OrderFilter::pon},
};
constexpr std::string_view kDateParameters[] = {"date", "startdate", "enddate"};

// Sets the dates of the filter; the error says which of the documented rules on them is broken.
std::optional<Error> read_dates(const http::Query& query, std::string_view criterion,
                                store::OrderFilter& filter) {
  std::optional<Date> dates[std::size(kDateParameters)];
  for (size_t i = 0; i < std::size(kDateParameters); ++i) {
    const std::optional<std::string> text = query.find(kDateParameters[i]);
    if (!text) continue;
    const Result<Date> date = read_date(kDateParameters[i], *text);
    if (!date) return date.error();
    dates[i] = *date;
    if (!criterion.empty()) {
      return Error{std::string(criterion) + " cannot be combined with " +
                   std::string(kDateParameters[i])};
    }
  }
  const auto& [date, start, end] = dates;
  if (start.has_value() != end.has_value())
    return Error{"startdate and enddate must be given together"};
  if (start && *start > *end) return Error{"startdate is after enddate"};
  filter.date = date;
  if (start) {
    filter.modified_from = Instant(*start);
    filter.modified_before = Instant(*end + std::chrono::days(1));
  }
  return std::nullopt;
}

Result<store::OrderFilter> read_filter(const Call& call) {
  store::OrderFilter filter;
  filter.type = kType;
  filter.account = call.account();
  filter.site = call.find_parameter("siteId");
  if (const auto text = call.query.find("status")) {
    Result<std::string> status = read_status(*text);
    if (!status) return status.error();
    filter.status = *status;
  } else {
    filter.not_status = "DRAFT";  // drafts are listed only by name
  }
  std::string_view criterion;
  for (const auto& [parameter, field] : kCriteria) {
    if (auto text = call.query.find(parameter)) {
      filter.*field = std::move(text);
      criterion = parameter;
    }
  }
  if (const auto error = read_dates(call.query, criterion, filter)) return *error;
  return filter;
}

// Without a date or a criterion the list goes back two years.
void limit_age(store::OrderFilter& filter, Instant now) {
  for (const Criterion& criterion : kCriteria) {
    if (filter.*criterion.field) return;
  }
  if (!filter.modified_from && !filter.date) filter.modified_from = now - kLookBack;
}

void add_entry(xml::Element parent, const store::ListedOrder& listed, const engine::Seed& seed) {
  const store::Order& order = listed.order;
  const xml::Document stored = xml::Document::restore(order.document);
  const xml::Element document = stored.root();
  xml::Element entry = parent.add("lnpPortInfoForGivenStatus");
  entry.add("CountOfTNs", std::to_string(listed.count_of_numbers));
  entry.add("userId", order.user);
  entry.add("lastModifiedDate", format_instant(order.modified));
  entry.add("OrderDate", format_instant(order.created));
  entry.add("OrderId", order.id);
  entry.add("OrderType", "port_in");
  if (const xml::Element error = document.child("Errors")) {
    entry.add("ErrorCode", error.text("Code"));
    entry.add("ErrorMessage", error.text("Description"));
  }
  if (order.billing_tn) {
    entry.add("BillingTelephoneNumber", *order.billing_tn);
    entry.add("FullNumber", *order.billing_tn);
  }
  entry.add("LNPLosingCarrierId", seed.losing_carrier.id);
  entry.add("LNPLosingCarrierName", seed.losing_carrier.name);
  entry.add("ProcessingStatus", order.status);
  if (const std::string_view foc = document.text("RequestedFocDate"); !foc.empty()) {
    entry.add("RequestedFOCDate", foc);
  }
  entry.add("VendorId", seed.vendor.id);
  entry.add("VendorName", seed.vendor.name);
}

}  // namespace

Answer list_portins(const Call& call, engine::World& world) {
  Result<store::OrderFilter> filter = read_filter(call);
  if (!filter) return error_answer(call.operation, 400, 0, filter.error().message);
  const Result<int64_t> size = read_size(call.query, kDefaultSize, kLargestSize);
  if (!size) return error_answer(call.operation, 400, 0, size.error().message);
  const std::string page = call.query.find("page").value_or("1");

  int64_t total = 0;
  bool known_page = true;
  std::vector<store::ListedOrder> orders = world.read([&](engine::Session& session) {
    limit_age(*filter, session.now);
    if (page != "1") {
      const std::optional<store::Order> first = session.store.orders.find(lower(page));
      known_page = first && first->account == call.account();
      if (known_page) filter->first_row = first->row;
    }
    filter->limit = *size + 1;  // one more tells whether a page follows
    total = session.store.orders.count(*filter);
    return session.store.orders.list(*filter);
  });
  if (!known_page)
    return error_answer(call.operation, 400, 0,
                        "page '" + page + "' is neither 1 nor the id of an order");

  std::optional<std::string> next;
  if (std::ssize(orders) > *size) {
    next = orders.back().order.id;
    orders.pop_back();
  }
  xml::Document document("LNPResponseWrapper");
  document.root().add("TotalCount", std::to_string(total));
  add_links(document.root(), call, *size, next);
  for (const store::ListedOrder& listed : orders)
    add_entry(document.root(), listed, world.seed_data());
  return answer(200, std::move(document));
}

Answer count_portins(const Call& call, engine::World& world) {
  const Result<store::OrderFilter> filter = read_filter(call);
  if (!filter) return error_answer(call.operation, 400, 0, filter.error().message);
  // Every port-in here is carried by the same vendor.
  const std::optional<std::string> vendor = call.query.find("vendorId");
  if (vendor && *vendor != world.seed_data().vendor.id) return quantity(0);
  return quantity(
      world.read([&](engine::Session& session) { return session.store.orders.count(*filter); }));
}

}  // namespace irisim::operations
