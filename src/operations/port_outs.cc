#include "operations/port_outs.h"

#include "engine/losses.h"
#include "engine/notify.h"
#include "engine/order_life.h"
#include "operations/number_list_rules.h"
#include "xml/document.h"

namespace irisim::operations {
namespace {

// The identifier in the porting process: the order's own, else that of its account, which may have
// none.
std::string spid_of(const engine::Session& session, const store::Order& winner,
                    xml::Element order) {
  if (const xml::Element spid = order.child("SPID")) return std::string(spid.text());
  const xml::Document account =
      xml::Document::restore(session.seed.account(winner.account).document);
  return std::string(account.root().text("SPID"));
}

xml::Document port_out_document(const engine::Session& session, const store::Order& winner) {
  const xml::Document stored = xml::Document::restore(winner.document);
  xml::Document document("PortOut");
  xml::Element root = document.root();
  root.add("OrderId", winner.id);
  if (const auto date = parse_timestamp(stored.root().text("RequestedFocDate")))
    root.add("RequestedFocDate", format_instant(date->instant));
  if (const std::string spid = spid_of(session, winner, stored.root()); !spid.empty())
    root.add("SPID", spid);
  return document;
}

}  // namespace

std::vector<store::Order> record_port_outs(engine::Session& session, const store::Order& winner,
                                           std::span<const Tn> numbers) {
  std::vector<store::Order> port_outs;
  for (const engine::Loss& loss : engine::losses(session, winner, numbers)) {
    store::Order order;
    order.type = "portouts";
    order.account = loss.account;
    order.pon = winner.pon;
    order.user = order.modified_by = engine::kSystem;
    order.created = order.modified = session.now;
    order.document = port_out_document(session, winner).compact();
    engine::begin_life(session, order, format_tns(loss.numbers), "create");
    engine::perform(session, order, "activate", engine::kSystem);
    if (!loss.with_messaging.empty())
      engine::notify_event(session, loss.account, "MESSAGING_LOST",
                           format_tns(loss.with_messaging));
    port_outs.push_back(std::move(order));
  }
  return port_outs;
}

}  // namespace irisim::operations
