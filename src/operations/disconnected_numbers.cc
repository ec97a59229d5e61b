#include "operations/disconnected_numbers.h"

#include "base/telephone_number.h"
#include "operations/order_numbers.h"
#include "operations/order_page.h"
#include "operations/paging.h"

namespace irisim::operations {
namespace {

constexpr int kBadPage = 4018;
constexpr std::string_view kDates[] = {"startdate", "enddate"};
constexpr OrderList kDisconnects = {"disconnects", {}, kDates};

// The disconnects whose numbers are out of service: until it is carried out, an order has those
// that it wishes to be.
Result<store::OrderFilter> read_filter(const Call& call) {
  Result<store::OrderFilter> filter = read_order_filter(call, kDisconnects);
  if (filter) filter->not_status = "RECEIVED";
  return filter;
}

}  // namespace

Answer list_disconnected_numbers(const Call& call, engine::Visit& world) {
  const Result<store::OrderFilter> filter = read_filter(call);
  if (!filter) return error_answer(call.operation, 400, 0, filter.error().message);
  const Result<int64_t> size = read_size(call.query);
  if (!size) return error_answer(call.operation, 400, 0, size.error().message);
  const std::string first = call.query.find("page").value_or("1");
  if (first != "1" && !parse_tn(first)) return error_answer(call.operation, 400, kBadPage);
  int64_t total = 0;
  std::vector<std::string> numbers = world.read([&](engine::Session& session) {
    total = session.store.orders.count_numbers(*filter);
    return session.store.orders.list_numbers(*filter, first == "1" ? "" : first, *size + 1);
  });
  std::optional<std::string> next;
  if (std::ssize(numbers) > *size) {
    next = numbers.back();
    numbers.pop_back();
  }
  xml::Document document("TNs");
  document.root().add("TotalCount", std::to_string(total));
  add_links(document.root(), call, *size, next);
  xml::Element list = document.root().add("TelephoneNumbers");
  list.add("Count", std::to_string(numbers.size()));
  for (const std::string& number : numbers) list.add("TelephoneNumber", number);
  return answer(200, std::move(document));
}

Answer count_disconnected_numbers(const Call& call, engine::Visit& world) {
  const Result<store::OrderFilter> filter = read_filter(call);
  if (!filter) return error_answer(call.operation, 400, 0, filter.error().message);
  return quantity(world.read(
      [&](engine::Session& session) { return session.store.orders.count_numbers(*filter); }));
}

}  // namespace irisim::operations
