#include "operations/portin_list.h"

#include "operations/fields.h"
#include "operations/order_numbers.h"
#include "operations/order_page.h"
#include "operations/paging.h"
#include "xml/document.h"

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

void add_entry(xml::Element parent, const store::ListedOrder& listed) {
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
  if (const std::string_view spid = document.text("LosingCarrierSPID"); !spid.empty()) {
    entry.add("LNPLosingCarrierId", spid);
    entry.add("LNPLosingCarrierName", document.text("LosingCarrierName"));
  }
  entry.add("ProcessingStatus", order.status);
  if (const std::string_view foc = document.text("RequestedFocDate"); !foc.empty()) {
    entry.add("RequestedFOCDate", foc);
  }
  take_fields({{"VendorId"}, {"VendorName"}}, document, entry);
}

}  // namespace

Answer list_portins(const Call& call, engine::Visit& world) {
  const Result<OrderPage> page = read_order_page(call, world, kPortins);
  if (!page) return error_answer(call.operation, 400, 0, page.error().message);
  xml::Document document("LNPResponseWrapper");
  document.root().add("TotalCount", std::to_string(page->total));
  add_links(document.root(), call, page->size, page->next);
  for (const store::ListedOrder& listed : page->orders) add_entry(document.root(), listed);
  return answer(200, std::move(document));
}

Answer count_portins(const Call& call, engine::Visit& world) {
  Result<store::OrderFilter> filter = read_order_filter(call, kPortins);
  if (!filter) return error_answer(call.operation, 400, 0, filter.error().message);
  filter->vendor = call.query.find("vendorId");
  return quantity(
      world.read([&](engine::Session& session) { return session.store.orders.count(*filter); }));
}

}  // namespace irisim::operations
