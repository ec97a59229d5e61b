#include "operations/portin_activation.h"

#include <algorithm>

#include "base/check.h"
#include "base/text.h"
#include "engine/order_life.h"
#include "operations/fields.h"
#include "operations/order_call.h"
#include "operations/portin_document.h"

namespace irisim::operations {
namespace {

constexpr int kOrderNotFound = 7200;
constexpr int kNotTriggered = 7345;
constexpr int kAlreadyActivated = 7340;
constexpr int kNotYetAllowed = 7342;
constexpr int kAlreadyComplete = 7348;
constexpr int kCompletedOrCancelled = 7349;
constexpr int kDateRequired = 7338;
constexpr int kDateFormat = 7216;
constexpr int kOutsideWindow = 7382;

// On-net numbers may be activated up to so long after the FOC date.
constexpr std::chrono::days kWindow(3);

struct Refused {
  int status = 0;  // 0: not refused
  int code = 0;
  std::vector<std::string> arguments;
};

// Why the order cannot be activated; its state decides.
Refused refuse(const std::optional<store::Order>& order, xml::Element document) {
  if (!order) return {404, kOrderNotFound, {}};
  if (order->status == "COMPLETE") return {404, kAlreadyComplete, {}};
  if (order->status == "CANCELLED") return {400, kCompletedOrCancelled, {}};
  if (!is_true(document.text("Triggered"))) return {400, kNotTriggered, {}};
  if (order->status != "FOC") return {400, kNotYetAllowed, {}};
  return {};
}

Answer refused(const Call& call, const Refused& reason) {
  return error_answer(call.operation, reason.status, reason.code,
                      catalog::message(reason.code, reason.arguments));
}

// The numbers of a port are activated all at the same time.
void add_numbers(xml::Element status, xml::Element order) {
  xml::Element activated = status.add("ActivatedTelephoneNumbersList");
  xml::Element waiting = status.add("NotYetActivatedTelephoneNumbersList");
  xml::Element list = order.child("ActivationDate") ? activated : waiting;
  for (const std::string& number : portin_numbers(order)) list.add("TelephoneNumber", number);
}

Answer activation_answer(xml::Element order) {
  const std::string_view chosen = order.text("AutoActivationDate");
  xml::Document document("ActivationStatusResponse");
  xml::Element status = document.root().add("ActivationStatus");
  status.add("AutoActivationDate", chosen.empty() ? order.text("RequestedFocDate") : chosen);
  add_numbers(status, order);
  return answer(200, std::move(document));
}

xml::Document document_of(const std::optional<store::Order>& order) {
  if (!order) return xml::Document(kPortinRoot);
  return xml::Document::restore(order->document);
}

// Now, if the date has passed; else at the date. `before` is the date that was chosen until now.
void activate(engine::Session& session, store::Order& order, const std::optional<Timestamp>& before,
              Instant date, const Call& call) {
  const std::string difference =
      "AutoActivationDate : " + (before ? format_java_date(before->instant) : "\"\"") + " --> " +
      format_java_date(date);
  if (date > session.now) {
    engine::record_change(session, order, {call.user, "Activation is scheduled", difference});
    engine::schedule(session, order, date, "activate");
    return;
  }
  const scenario::Transition* transition = transition_on(session, order, "activate");
  if (transition != nullptr) engine::take(session, order, *transition, {call.user, "", difference});
}

}  // namespace

Answer get_activation(const Call& call, engine::Visit& world) {
  const std::optional<store::Order> order =
      world.read([&](engine::Session& session) { return find_order(call, session); });
  const xml::Document document = document_of(order);
  const Refused reason = refuse(order, document.root());
  return reason.status != 0 ? refused(call, reason) : activation_answer(document.root());
}

Answer set_activation(const Call& call, engine::Visit& world) {
  const xml::Element sent = call.body->root();
  const std::string text(sent.text("AutoActivationDate"));
  if (text.empty()) return error_answer(call.operation, 400, kDateRequired);
  const std::optional<Timestamp> date = parse_timestamp(text);
  if (!date) return error_answer(call.operation, 400, kDateFormat);

  xml::Document document(kPortinRoot);
  const Refused reason = world.write([&](engine::Session& session) -> Refused {
    std::optional<store::Order> order = find_order(call, session);
    document = document_of(order);
    Refused result = refuse(order, document.root());
    if (result.status != 0) return result;
    if (document.root().child("ActivationDate")) return {400, kAlreadyActivated, {}};
    const std::optional<Timestamp> foc = parse_timestamp(document.root().text("RequestedFocDate"));
    const Instant last = std::max(foc ? foc->instant : session.now, session.now) + kWindow;
    if (date->instant > last) {
      return {400, kOutsideWindow, {format_instant(session.now), format_instant(last)}};
    }
    xml::Element chosen = document.root().child_or_add("AutoActivationDate");
    const std::optional<Timestamp> before = parse_timestamp(chosen.text());
    chosen.set_text(text);
    order->document = document.compact();
    activate(session, *order, before, date->instant, call);
    document = document_of(order);
    return {};
  });
  return reason.status != 0 ? refused(call, reason) : activation_answer(document.root());
}

}  // namespace irisim::operations
