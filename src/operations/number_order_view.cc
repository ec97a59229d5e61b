#include "operations/number_order_view.h"

#include "base/telephone_number.h"
#include "operations/finding.h"
#include "operations/number_order_document.h"

namespace irisim::operations {
namespace {

constexpr std::string_view kRoot = "OrderResponse";

bool is_final(std::string_view status) {
  return status != "RECEIVED" && status != "BACKORDERED";
}

// The order as its client wrote it, with what it left open.
xml::Element add_order(xml::Element root, xml::Element stored, const store::Order& order) {
  xml::Element view = root.add_copy(stored);
  view.remove_all("Errors");
  view.add("OrderCreateDate", format_instant(order.created));
  if (!view.child("BackOrderRequested")) view.add("BackOrderRequested", "false");
  if (!view.child("PartialAllowed")) view.add("PartialAllowed", "true");
  return view;
}

void add_completed(xml::Element root, std::span<const std::string> numbers,
                   const inventory::Inventory* inventory) {
  xml::Element list = root.add("CompletedNumbers");
  for (const std::string& number : numbers) {
    xml::Element element = list.add("TelephoneNumber");
    element.add("FullNumber", number);
    if (inventory != nullptr) add_number_details(element, *parse_tn(number), *inventory);
  }
}

}  // namespace

xml::Document new_number_order_view(const store::Order& order) {
  const xml::Document stored = xml::Document::restore(order.document);
  xml::Document view{std::string(kRoot)};
  add_order(view.root(), stored.root(), order).add("id", order.id);
  return view;
}

xml::Document number_order_view(const store::Order& order, Instant since,
                                std::span<const std::string> numbers,
                                const inventory::Inventory* inventory) {
  const xml::Document stored = xml::Document::restore(order.document);
  // Until an order is filled, its numbers are those that it wishes for.
  if (order.status == "RECEIVED") numbers = {};
  const int64_t wanted = quantity_of(find_body(stored.root()));
  xml::Document document{std::string(kRoot)};
  xml::Element root = document.root();
  root.add("CompletedQuantity", std::to_string(numbers.size()));
  root.add("CreatedByUser", order.user);
  root.add("LastModifiedDate", format_instant(order.modified));
  if (is_final(order.status)) root.add("OrderCompleteDate", format_instant(since));
  if (const std::vector<Finding> findings = read_errors(stored.root()); !findings.empty())
    add_error_list(root, findings);
  xml::Element view = add_order(root, stored.root(), order);
  if (!view.child("PeerId")) view.add("PeerId", order.peer);
  root.add("OrderStatus", order.status);
  add_completed(root, numbers, inventory);
  root.add("FailedQuantity",
           std::to_string(is_final(order.status) ? wanted - std::ssize(numbers) : 0));
  return document;
}

void add_number_details(xml::Element parent, Tn tn, const inventory::Inventory& inventory) {
  if (const inventory::RateCenter* rate_center = inventory.rate_center_of(tn)) {
    if (!rate_center->cities.empty()) parent.add("City", rate_center->cities.front());
    parent.add("LATA", rate_center->lata);
    parent.add("RateCenter", rate_center->abbreviation);
    parent.add("State", rate_center->state);
    parent.add("Tier", std::to_string(rate_center->tier));
  }
  if (const inventory::Vendor* vendor = inventory.vendor_of(tn)) {
    parent.add("VendorId", vendor->id);
    parent.add("VendorName", vendor->name);
  }
}

}  // namespace irisim::operations
