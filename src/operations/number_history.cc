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
    {"disconnects", "COMPLETE", "Disconnected"},
    {"disconnects", "PARTIAL", "Disconnected"},
    {"aging", "AGING", "Aging"},
    {"aging", "RELEASED", "Available"},
    {"tnreservation", "RESERVED", "Reserved"},
    {"tnreservation", "EXPIRED", "Available"},
    {"tnreservation", "CANCELLED", "Available"},
};

constexpr std::pair<std::string_view, std::string_view> kTypeNames[] = {
    {"orders", "NEW_NUMBER_ORDER"},      {"portins", "PORT_IN_ORDER"},
    {"disconnects", "DISCONNECT_ORDER"}, {"aging", "DISCONNECT_ORDER"},
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
  const store::Order* order;
};

struct Past {
  store::Order order;
  std::vector<store::HistoryEntry> history;
};

// The order's steps; what happened to it without a change of its state is none.
void add_events(const Past& past, std::vector<Event>& events) {
  std::string_view state;
  for (const store::HistoryEntry& entry : past.history) {
    if (entry.status == state) continue;
    state = entry.status;
    if (const Step* step = find_step(past.order.type, state))
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
  status.add("OrderId", shown_order_id(order));
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

std::string shown_order_id(const store::Order& order) {
  if (order.type != "aging") return order.id;
  return std::string(xml::Document::restore(order.document).root().text("OrderId"));
}

Answer get_number_history(const Call& call, engine::World& world) {
  const Outcome<Tn> tn = number_of_path(call);
  if (!tn)
    return error_answer(call.operation, 400, tn.error().finding.code, tn.error().finding.message);
  const std::string number = format_tn(tn.value());
  const std::vector<Past> pasts = world.read([&](engine::Session& session) {
    std::vector<Past> result;
    for (store::Order& order : session.store.orders.of_number(number)) {
      if (!may_see_account(call, order.account)) continue;
      std::vector<store::HistoryEntry> history = session.store.history.list(order.row);
      result.push_back({std::move(order), std::move(history)});
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
