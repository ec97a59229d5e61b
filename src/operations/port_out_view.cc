#include "operations/port_out_view.h"

#include <algorithm>

#include "catalog/catalog.h"
#include "operations/order_call.h"
#include "operations/port_list.h"
#include "xml/document.h"

namespace irisim::operations {
namespace {

constexpr std::string_view kRoot = "LnpOrderResponse";
constexpr std::string_view kDates[] = {"date", "startdate", "enddate"};
constexpr OrderList kPortOuts = {"portouts", {}, kDates};

// The list tells how an order goes under the name of an error, even where nothing is wrong.
struct StateCode {
  std::string_view state;
  int code;
};
constexpr StateCode kStateCodes[] = {{"COMPLETE", 200}, {"NEW", 201}};

void add_spid(xml::Element parent, std::string_view name, xml::Element document) {
  if (const xml::Element spid = document.child("SPID")) parent.add(name, spid.text());
}

void add_details(xml::Element entry, const store::Order& order, xml::Element document) {
  add_spid(entry, "VendorId", document);
  const auto known = std::ranges::find(kStateCodes, order.status, &StateCode::state);
  if (entry.child("ErrorCode") || known == std::end(kStateCodes)) return;
  entry.add("ErrorCode", std::to_string(known->code));
  entry.add("ErrorMessage", catalog::message(known->code));
}

// Imitated oddity: these dates are shown without milliseconds, all others with them.
void add_foc_date(xml::Element view, std::string_view name, xml::Element document) {
  if (const auto date = parse_timestamp(document.text(name)))
    view.add(name, format_instant_seconds(date->instant));
}

// The contract describes none; this is what GET answers of an unknown port-in, which has this root.
Answer unknown_port_out() {
  constexpr int kNotFound = 404;
  constexpr int kOrderNotFound = 7200;
  xml::Document document{std::string(kRoot)};
  xml::Element status = document.root().add("Status");
  status.add("Code", std::to_string(kNotFound));
  status.add("Description", catalog::message(kOrderNotFound));
  return answer(kNotFound, std::move(document));
}

}  // namespace

Answer list_port_outs(const Call& call, engine::Visit& world) {
  return list_ports(call, world, kPortOuts, "port_out", add_details);
}

Answer get_port_out(const Call& call, engine::Visit& world) {
  const std::optional<store::Order> order =
      world.read([&](engine::Session& session) { return find_order(call, session); });
  if (!order) return unknown_port_out();
  const xml::Document stored = xml::Document::restore(order->document);
  xml::Document document{std::string(kRoot)};
  xml::Element view = document.root();
  add_foc_date(view, "RequestedFocDate", stored.root());
  add_foc_date(view, "ActualFocDate", stored.root());
  view.add("PON", order->pon);
  view.add("AccountId", order->account);
  view.add("OrderCreateDate", format_instant(order->created));
  view.add("LastModifiedDate", format_instant(order->modified));
  view.add("userId", order->user);
  view.add("PortOutStatus", order->status);
  add_spid(view, "SPID", stored.root());
  return answer(200, std::move(document));
}

}  // namespace irisim::operations
