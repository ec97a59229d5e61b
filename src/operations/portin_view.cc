#include "operations/portin_view.h"

#include "base/check.h"
#include "operations/portin_document.h"

namespace irisim::operations {
namespace {

constexpr std::string_view kRoot = "LnpOrderResponse";

void set_default(xml::Element view, std::string_view name, std::string_view text) {
  if (!view.child(name)) view.add(name, text);
}

void set(xml::Element view, std::string_view name, std::string_view text) {
  if (!text.empty()) view.child_or_add(name).set_text(text);
}

}  // namespace

xml::Document portin_view(const store::Order& order) {
  return portin_view(xml::Document::restore(order.document), order);
}

xml::Document portin_view(xml::Document document, const store::Order& order) {
  xml::Element view = document.root();
  view.rename(kRoot);
  view.add("OrderId", order.id);
  view.add("ProcessingStatus", order.status);
  view.add("AccountId", order.account);
  set(view, "SiteId", order.site);
  set(view, "PeerId", order.peer);
  view.add("OrderCreateDate", format_instant(order.created));
  view.add("LastModifiedDate", format_instant(order.modified));
  view.add("userId", order.user);
  view.add("LastModifiedBy", order.modified_by);
  set_default(view, "PartialPort", "false");
  set_default(view, "Triggered", "false");
  if (xml::Element address = view.at("Subscriber/ServiceAddress"))
    address.add("AddressType", "Service");
  return document;
}

void add_status(xml::Element view, const catalog::Operation& operation, int status) {
  const catalog::Outcome* outcome = operation.find(status);
  IRISIM_CHECK(outcome != nullptr);
  xml::Element element = view.add("Status");
  element.add("Code", std::to_string(status));
  element.add("Description", outcome->text("Description"));
}

Answer rejected(const catalog::Operation& operation, std::string_view id, xml::Element order,
                std::span<const Finding> findings) {
  xml::Document document(kRoot);
  xml::Element view = document.root();
  for (const xml::Element element : order.children()) view.add_copy(element);
  set(view, "OrderId", id);
  add_status(view, operation, 400);
  view.remove_all("Errors");
  add_errors(view, findings);
  view.add("ProcessingStatus", "EXCEPTION");
  return answer(400, std::move(document));
}

}  // namespace irisim::operations
