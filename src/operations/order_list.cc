#include "operations/order_list.h"

#include <map>

#include "operations/order_page.h"
#include "operations/paging.h"

namespace irisim::operations {
namespace {

constexpr OrderCriterion kCriteria[] = {
    {"customerOrderId", &store::OrderFilter::customer_order_id}};
constexpr std::string_view kDates[] = {"startdate", "enddate"};
constexpr OrderList kNumberOrders = {"orders", kCriteria, kDates};
constexpr OrderList kDisconnects = {"disconnects", {}, kDates};

using Counts = std::map<std::string, int>;

// One of the groups of TelephoneNumberDetails: how many numbers there are of each kind.
void add_counts(xml::Element parent, std::string_view list, std::string_view item,
                std::string_view name, const Counts& counts) {
  if (counts.empty()) return;
  xml::Element group = parent.add(list);
  for (const auto& [kind, count] : counts) {
    xml::Element entry = group.add(item);
    entry.add(name, kind);
    entry.add("Count", std::to_string(count));
  }
}

void add_details(xml::Element entry, const std::vector<std::string>& numbers,
                 const inventory::Inventory& inventory) {
  Counts states, rate_centers, cities, tiers;
  std::map<const inventory::Vendor*, int> vendors;
  for (const std::string& number : numbers) {
    const std::optional<Tn> tn = parse_tn(number);
    if (!tn) continue;
    if (const inventory::Vendor* vendor = inventory.vendor_of(*tn)) ++vendors[vendor];
    const inventory::RateCenter* rate_center = inventory.rate_center_of(*tn);
    if (rate_center == nullptr) continue;
    ++states[rate_center->state];
    ++rate_centers[rate_center->abbreviation];
    if (!rate_center->cities.empty()) ++cities[rate_center->cities.front()];
    ++tiers[std::to_string(rate_center->tier)];
  }
  xml::Element details = entry.add("TelephoneNumberDetails");
  add_counts(details, "States", "StateWithCount", "State", states);
  add_counts(details, "RateCenters", "RateCenterWithCount", "RateCenter", rate_centers);
  add_counts(details, "Cities", "CityWithCount", "City", cities);
  add_counts(details, "Tiers", "TierWithCount", "Tier", tiers);
  if (vendors.empty()) return;
  xml::Element group = details.add("Vendors");
  for (const auto& [vendor, count] : vendors) {
    xml::Element element = group.add("VendorWithCount");
    element.add("VendorId", vendor->id);
    element.add("VendorName", vendor->name);
    element.add("Count", std::to_string(count));
  }
}

// Lists differ in how they spell the id, and in whether they name the type.
void add_entry(xml::Element parent, const store::Order& order, std::string_view type,
               const std::vector<std::string>& numbers, const inventory::Inventory& inventory) {
  xml::Element entry = parent.add("OrderIdUserIdDate");
  entry.add("CountOfTNs", std::to_string(numbers.size()));
  entry.add("userId", order.user);
  entry.add("lastModifiedDate", format_instant(order.modified));
  entry.add("orderId", order.id);
  entry.add("OrderId", order.id);
  entry.add("OrderType", type);
  entry.add("OrderDate", format_instant(order.created));
  entry.add("OrderStatus", order.status);
  if (!numbers.empty()) add_details(entry, numbers, inventory);
}

// Nothing to list is a 404, with the link to the first page where the contract shows one.
Answer nothing_found(const Call& call, int64_t size) {
  if (call.operation.find(404)->examples.empty()) return empty_answer(404);
  xml::Document wrapper("ResponseSelectWrapper");
  add_links(wrapper.root(), call, size, std::nullopt);
  xml::Document document("Links");
  for (const xml::Element link : wrapper.root().child("Links").children())
    document.root().add_copy(link);
  return answer(404, std::move(document));
}

Answer list_orders(const Call& call, engine::Visit& world, const OrderList& list,
                   std::string_view type) {
  const Result<OrderPage> page = read_order_page(call, world, list);
  if (!page) return error_answer(call.operation, 400, 0, page.error().message);
  if (page->orders.empty()) return nothing_found(call, page->size);
  std::vector<std::vector<std::string>> numbers;
  world.read([&](engine::Session& session) {
    for (const store::ListedOrder& listed : page->orders)
      numbers.push_back(session.store.orders.numbers(listed.order.row));
    return true;
  });
  xml::Document document("ResponseSelectWrapper");
  xml::Element wrapper = document.root().add("ListOrderIdUserIdDate");
  wrapper.add("TotalCount", std::to_string(page->total));
  add_links(wrapper, call, page->size, page->next);
  for (size_t i = 0; i < numbers.size(); ++i)
    add_entry(wrapper, page->orders[i].order, type, numbers[i], world.inventory());
  return answer(200, std::move(document));
}

}  // namespace

Answer list_number_orders(const Call& call, engine::Visit& world) {
  return list_orders(call, world, kNumberOrders, "new_number");
}

Answer list_disconnects(const Call& call, engine::Visit& world) {
  return list_orders(call, world, kDisconnects, "disconnect");
}

}  // namespace irisim::operations
