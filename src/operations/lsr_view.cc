#include "operations/lsr_view.h"

#include "base/check.h"
#include "base/states.h"
#include "operations/lsr_document.h"

namespace irisim::operations {
namespace {

constexpr std::string_view kResponse = "LsrOrderResponse";
constexpr std::string_view kErrors = "LsrOrderErrors";
constexpr std::string_view kNowhere = "0";  // an LSR order is on no site and no SIP peer

void add_lsr_errors(xml::Element parent, std::span<const Finding> findings) {
  add_error_list(parent, findings, kErrors, "LsrOrderError");
}

void complete_address(xml::Element address) {
  if (!address) return;
  address.add("Country", is_province_code(address.text("StateCode")) ? "Canada" : "United States");
  address.add("AddressType", "Service");
}

}  // namespace

xml::Document lsr_view(const store::Order& order) {
  return lsr_view(xml::Document::restore(order.document), order);
}

xml::Document lsr_view(xml::Document document, const store::Order& order) {
  xml::Element view = document.root();
  const std::vector<Finding> errors = read_errors(view);
  view.remove_all("Errors");
  view.add("OrderId", order.id);
  view.add("AccountId", order.account);
  view.add("SiteId", kNowhere);
  view.add("PeerId", kNowhere);
  view.add("OrderStatus", order.status);
  view.add("OrderCreateDate", format_instant(order.created));
  view.add("LastModifiedDate", format_instant(order.modified));
  view.add("CreatedByUser", order.user);
  view.add("LastModifiedBy", order.modified_by);
  view.add("CountOfTNs", std::to_string(lsr_numbers(view).size()));
  add_lsr_errors(view, errors);
  complete_address(view.at("Subscriber/ServiceAddress"));
  return document;
}

Answer lsr_answer(int status, const xml::Document& view) {
  xml::Document document{std::string(kResponse)};
  document.root().add_copy(view.root());
  return answer(status, std::move(document));
}

Answer rejected_lsr(const catalog::Operation& operation, const xml::Document& view,
                    std::span<const Finding> findings) {
  const catalog::Outcome* outcome = operation.find(400);
  IRISIM_CHECK(outcome != nullptr);
  xml::Document document{std::string(kResponse)};
  xml::Element root = document.root();
  xml::Element status = root.add("ResponseStatus");
  status.add("ErrorCode", outcome->text("ErrorCode"));
  status.add("Description", outcome->text("Description"));
  add_lsr_errors(root, findings);
  xml::Element order = root.add_copy(view.root());
  order.child_or_add("OrderStatus").set_text("FAILED");
  order.remove_all(kErrors);
  return answer(400, std::move(document));
}

}  // namespace irisim::operations
