#include "operations/number_history.h"

#include <algorithm>

#include "base/text.h"
#include "operations/number_custody.h"
#include "operations/number_facts.h"

namespace irisim::operations {
namespace {

// The numbers that an order leads to a status by reaching a state of its own. Other states of these
// types do nothing to their numbers.
struct Step {
  std::string_view type, state, number_status;
  bool shows_state = false;  // where the order takes several steps with its numbers
};
constexpr Step kSteps[] = {
    {"orders", "COMPLETE", "Inservice"},
    {"orders", "PARTIAL", "Inservice"},
    {"portins", "PENDING_DOCUMENTS", kPortingIn, true},
    {"portins", "SUBMITTED", kPortingIn, true},
    {"portins", "FOC", kPortingIn, true},
    {"portins", "REQUESTED_SUPP", kPortingIn, true},
    {"portins", "EXCEPTION", kPortingIn, true},
    {"portins", "REQUESTED_CANCEL", kPortingIn, true},
    {"portins", "COMPLETE", "Inservice", true},
    {"portins", "CANCELLED", "Removed", true},
    {"portouts", "COMPLETE", "PortOut"},
    {"disconnects", "COMPLETE", "Disconnected"},
    {"disconnects", "PARTIAL", "Disconnected"},
    {"aging", "AGING", "Aging"},
    {"aging", "RELEASED", "Available"},
    {"tnreservation", "RESERVED", "Reserved"},
    {"tnreservation", "EXPIRED", "Available"},
    {"tnreservation", "CANCELLED", "Available"},
};

constexpr std::pair<std::string_view, std::string_view> kTypeNames[] = {
    {"orders", "NEW_NUMBER_ORDER"},   {"portins", "PORT_IN_ORDER"},
    {"portouts", "PORT_OUT_ORDER"},   {"disconnects", "DISCONNECT_ORDER"},
    {"tnreservation", "RESERVATION"},
};

const Step* find_step(std::string_view type, std::string_view state) {
  const auto found = std::ranges::find_if(
      kSteps, [&](const Step& step) { return step.type == type && step.state == state; });
  return found == std::end(kSteps) ? nullptr : &*found;
}

struct Event {
  Instant at;
  const Step* step;
  const store::Order* order;  // as it is shown
};

struct Past {
  std::string type;
  store::Order order;  // as it is shown
  std::vector<store::HistoryEntry> history;
  std::optional<Instant> in_service;  // since when the order's number is, if it knows that itself
};

// An order gets some of its numbers before it is at its end, if it waits for more.
std::optional<Instant> in_service_since(const std::optional<store::Number>& number,
                                        const store::Order& order) {
  const bool is_its_own = number && number->order_row == order.row && order.type == "orders";
  return is_its_own ? number->in_service : std::nullopt;
}

// Where to put the order among those that are older. What an account loses it has lost before the
// order that takes it is at its end, though that is the older one.
std::vector<Past>::iterator place_of(const store::Order& order, std::vector<Past>& older) {
  if (order.type != "portouts") return older.end();
  const xml::Document document = xml::Document::restore(order.document);
  const std::string_view winner = document.root().text("OrderId");
  return std::ranges::find_if(older, [&](const Past& past) { return past.order.id == winner; });
}

// The order's steps; what happened to it without a change of its state is none.
void add_events(const Past& past, std::vector<Event>& events) {
  if (past.in_service) {
    events.push_back({*past.in_service, find_step("orders", "COMPLETE"), &past.order});
    return;
  }
  std::string_view state;
  for (const store::HistoryEntry& entry : past.history) {
    if (entry.status == state) continue;
    state = entry.status;
    if (const Step* step = find_step(past.type, state))
      events.push_back({entry.at, step, &past.order});
  }
}

void add_event(xml::Element parent, const Event& event) {
  const store::Order& order = *event.order;
  const bool is_free = event.step->number_status == name_of(store::NumberStatus::kAvailable);
  xml::Element status = parent.add("TelephoneNumberStatus");
  status.add("AccountId", is_free ? kHoldingAccount : std::string_view(order.account));
  status.add("LastModifiedDate", format_instant(event.at));
  status.add("OrderCreateDate", format_instant(order.created));
  status.add("OrderId", order.id);
  status.add("Status", event.step->number_status);
  status.add("UserId", order.user);
  status.add("OrderType", order_type_name(order.type));
  if (event.step->shows_state) status.add("OrderStatus", event.step->state);
}

}  // namespace

std::string_view order_type_name(std::string_view type) {
  const auto found =
      std::ranges::find(kTypeNames, type, [](const auto& pair) { return pair.first; });
  return found == std::end(kTypeNames) ? type : found->second;
}

store::Order shown_order(engine::Session& session, store::Order order) {
  if (order.type != "aging") return order;
  const xml::Document document = xml::Document::restore(order.document);
  std::optional<store::Order> disconnect =
      session.store.orders.find(document.root().text("OrderId"));
  return disconnect ? std::move(*disconnect) : order;
}

Answer get_number_history(const Call& call, engine::Visit& world) {
  const Outcome<Tn> tn = number_of_path(call);
  if (!tn)
    return error_answer(call.operation, 400, tn.error().finding.code, tn.error().finding.message);
  const std::string number = format_tn(tn.value());
  const std::vector<Past> pasts = world.read([&](engine::Session& session) {
    std::vector<Past> result;
    const std::optional<store::Number> held = session.store.numbers.find(tn.value());
    for (store::Order& order : session.store.orders.of_number(number)) {
      if (!may_see_account(call, order.account)) continue;
      std::vector<store::HistoryEntry> history = session.store.history.list(order.row);
      std::string type = order.type;
      const std::optional<Instant> since = in_service_since(held, order);
      const auto place = place_of(order, result);
      result.insert(place, {std::move(type), shown_order(session, std::move(order)),
                            std::move(history), since});
    }
    return result;
  });
  std::vector<Event> events;
  for (const Past& past : pasts) add_events(past, events);
  if (events.empty()) return error_answer(call.operation, 404, 0, "Results were not found.");
  std::ranges::stable_sort(events, {}, &Event::at);

  xml::Document document("TelephoneNumberResponse");
  xml::Element list = document.root().add("TelephoneNumberStatuses");
  for (const Event& event : events) add_event(list, event);
  document.root().add("TelephoneNumber", number);
  return answer(200, std::move(document));
}

}  // namespace irisim::operations
