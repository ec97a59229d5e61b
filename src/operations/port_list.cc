#include "operations/port_list.h"

#include "operations/paging.h"
#include "xml/document.h"

namespace irisim::operations {
namespace {

// What went wrong with the order, if anything did.
void add_error(xml::Element entry, xml::Element error) {
  if (!error) return;
  entry.add("ErrorCode", error.text("Code"));
  entry.add("ErrorMessage", error.text("Description"));
}

void add_entry(xml::Element parent, const store::ListedOrder& listed, std::string_view type,
               AddPortDetails add_details) {
  const store::Order& order = listed.order;
  const xml::Document stored = xml::Document::restore(order.document);
  const xml::Element document = stored.root();
  xml::Element entry = parent.add("lnpPortInfoForGivenStatus");
  entry.add("CountOfTNs", std::to_string(listed.count_of_numbers));
  entry.add("userId", order.user);
  entry.add("lastModifiedDate", format_instant(order.modified));
  entry.add("OrderDate", format_instant(order.created));
  entry.add("OrderId", order.id);
  entry.add("OrderType", type);
  add_error(entry, document.child("Errors"));
  entry.add("ProcessingStatus", order.status);
  if (const std::string_view foc = document.text("RequestedFocDate"); !foc.empty())
    entry.add("RequestedFOCDate", foc);
  add_details(entry, order, document);
}

}  // namespace

Answer list_ports(const Call& call, engine::Visit& world, const OrderList& list,
                  std::string_view type, AddPortDetails add_details) {
  const Result<OrderPage> page = read_order_page(call, world, list);
  if (!page) return error_answer(call.operation, 400, 0, page.error().message);
  xml::Document document("LNPResponseWrapper");
  document.root().add("TotalCount", std::to_string(page->total));
  add_links(document.root(), call, page->size, page->next);
  for (const store::ListedOrder& listed : page->orders)
    add_entry(document.root(), listed, type, add_details);
  return answer(200, std::move(document));
}

}  // namespace irisim::operations
