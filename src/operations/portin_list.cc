#include "operations/portin_list.h"

#include "operations/fields.h"
#include "operations/order_numbers.h"
#include "operations/port_list.h"

namespace irisim::operations {
namespace {

constexpr OrderCriterion kCriteria[] = {
    {"tn", &store::OrderFilter::billing_tn},
    {"orderTn", &store::OrderFilter::order_tn},
    {"customerOrderId", &store::OrderFilter::customer_order_id},
    {"pon", &store::OrderFilter::pon},
};
constexpr std::string_view kDates[] = {"date", "startdate", "enddate"};
constexpr OrderList kPortins = {"portins", kCriteria, kDates, false};

void add_details(xml::Element entry, const store::Order& order, xml::Element document) {
  if (order.billing_tn) {
    entry.add("BillingTelephoneNumber", *order.billing_tn);
    entry.add("FullNumber", *order.billing_tn);
  }
  if (const std::string_view spid = document.text("LosingCarrierSPID"); !spid.empty()) {
    entry.add("LNPLosingCarrierId", spid);
    entry.add("LNPLosingCarrierName", document.text("LosingCarrierName"));
  }
  take_fields({{"VendorId"}, {"VendorName"}}, document, entry);
}

}  // namespace

Answer list_portins(const Call& call, engine::Visit& world) {
  return list_ports(call, world, kPortins, "port_in", add_details);
}

Answer count_portins(const Call& call, engine::Visit& world) {
  Result<store::OrderFilter> filter = read_order_filter(call, kPortins);
  if (!filter) return error_answer(call.operation, 400, 0, filter.error().message);
  filter->vendor = call.query.find("vendorId");
  return quantity(
      world.read([&](engine::Session& session) { return session.store.orders.count(*filter); }));
}

}  // namespace irisim::operations
