#include "operations/number_details.h"

#include "operations/number_history.h"
#include "operations/number_settings.h"
#include "operations/number_view.h"
#include "operations/reservations.h"

namespace irisim::operations {
namespace {

// Nothing here has these: no reason but that there is none.
constexpr char kNothing[] = "Results were not found.";

// What the store tells of a number, for the answer that is printed after the lock is gone.
struct Details {
  NumberFacts facts;
  std::optional<store::Order> order;
  std::optional<store::Site> site;
  std::optional<store::SipPeer> peer;
  std::optional<int64_t> seconds_left;  // of a reservation
};

Outcome<Details> read_details(const Call& call, engine::Visit& world) {
  return world.read([&](engine::Session& session) -> Outcome<Details> {
    Outcome<NumberFacts> facts = facts_of_path(call, session);
    if (!facts) return facts.error();
    Details details{std::move(*facts), {}, {}, {}, {}};
    const store::Number& number = details.facts.number;
    if (auto order = session.store.orders.find(number.order_row))
      details.order = shown_order(session, std::move(*order));
    details.site = session.store.sites.find(number.account, number.site);
    details.peer = session.store.sites.find_peer(number.account, number.peer);
    if (details.order) details.seconds_left = seconds_left(session, *details.order);
    return details;
  });
}

Answer explained(const Call& call, const Refusal& refusal) {
  return error_answer(call.operation, refusal.status, refusal.finding.code,
                      refusal.finding.message);
}

Answer nothing(const Call& call) {
  return error_answer(call.operation, 404, 0, kNothing);
}

void add_pair(xml::Element parent, std::string_view name, std::string_view id_name,
              std::string_view id, std::string_view name_name, std::string_view text) {
  xml::Element element = parent.add(name);
  element.add(id_name, id);
  element.add(name_name, text);
}

// The routes that the contract's example has.
struct NnRoute {
  std::string_view id, name;
};
constexpr NnRoute kRoutes[] = {{"101601", "USA Mobility"},
                               {"102787", "Globe Wireless - Bandwidth.com - SVR"}};

}  // namespace

Answer get_number(const Call& call, engine::Visit& world) {
  const Outcome<Details> details = read_details(call, world);
  if (!details) return explained(call, details.error());
  const auto& [facts, order, site, peer, left] = details.value();
  const store::Number& number = facts.number;
  xml::Document document("TelephoneNumberResponse");
  xml::Element root = document.root();
  root.add("TelephoneNumber", format_tn(number.tn));
  root.add("Status", facts.status);
  if (number.modified != Instant())
    root.add("LastModifiedDate", format_java_timestamp(number.modified));
  if (order) {
    root.add("OrderCreateDate", format_instant(order->created));
    root.add("OrderId", order->id);
    root.add("OrderType", order_type_name(order->type));
  }
  if (number.in_service) root.add("InServiceDate", format_instant(*number.in_service));
  if (site) root.add("SiteId", site->id);
  root.add("AccountId", number.account);
  return answer(200, std::move(document));
}

Answer get_number_details(const Call& call, engine::Visit& world) {
  const Outcome<Details> found = read_details(call, world);
  if (!found) return explained(call, found.error());
  const auto& [facts, order, site, peer, left] = found.value();
  xml::Document document("TelephoneNumberResponse");
  xml::Element details = document.root().add("TelephoneNumberDetails");
  add_facts(details, facts, world.inventory());
  if (site) add_pair(details, "Site", "Id", site->id, "Name", site->name);
  if (peer) add_pair(details, "SipPeer", "PeerId", peer->id, "PeerName", peer->name);
  const NumberSettings settings(facts.number);
  if (facts.number.status == store::NumberStatus::kInservice && facts.status != kPortingIn) {
    xml::Element services = details.add("ServiceTypes");
    services.add("ServiceType", "Voice");
    if (settings.takes_messages()) services.add("ServiceType", "Messaging");
    details.add("Features");
  }
  settings.add_messaging(details);
  settings.add_attributes(details);
  return answer(200, std::move(document));
}

Answer get_number_site(const Call& call, engine::Visit& world) {
  const Outcome<Details> details = read_details(call, world);
  if (!details) return explained(call, details.error());
  const auto& site = details.value().site;
  if (!site) return nothing(call);
  xml::Document document("Site");
  document.root().add("Id", site->id);
  document.root().add("Name", site->name);
  return answer(200, std::move(document));
}

Answer get_number_peer(const Call& call, engine::Visit& world) {
  const Outcome<Details> details = read_details(call, world);
  if (!details) return explained(call, details.error());
  const auto& peer = details.value().peer;
  if (!peer) return nothing(call);
  xml::Document document("SipPeer");
  document.root().add("Id", peer->id);
  document.root().add("Name", peer->name);
  return answer(200, std::move(document));
}

Answer get_number_reservation(const Call& call, engine::Visit& world) {
  const Outcome<Details> details = read_details(call, world);
  if (!details) return explained(call, details.error());
  const auto& [facts, order, site, peer, left] = details.value();
  if (facts.number.status != store::NumberStatus::kReserved || !order) return nothing(call);
  xml::Document document("TNReservation");
  document.root().add("ReservationID", order->id);
  document.root().add("Account", order->account);
  if (left) document.root().add("ReservationExpires", std::to_string(*left));
  document.root().add("ReservedTN", format_tn(facts.number.tn));
  return answer(200, std::move(document));
}

Answer get_number_routes(const Call& call, engine::Visit& world) {
  const Outcome<Details> details = read_details(call, world);
  if (!details) return explained(call, details.error());
  xml::Document document("AvailableNNRoutes");
  for (const NnRoute& route : kRoutes)
    add_pair(document.root(), "NNRoute", "Nnid", route.id, "Name", route.name);
  return answer(200, std::move(document));
}

}  // namespace irisim::operations
