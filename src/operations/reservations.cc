#include "operations/reservations.h"

#include "base/check.h"
#include "engine/order_life.h"
#include "operations/number_custody.h"
#include "operations/order_call.h"

namespace irisim::operations {
namespace {

constexpr std::string_view kType = "tnreservation";
constexpr int kNumberUnknown = 5040;
constexpr int kNumberTaken = 5041;
constexpr int kUnknown = 5043;
constexpr int kNoNumber = 5044;
constexpr int kNotAllowed = 5046;
constexpr int kCannotCancel = 5047;

Answer refused(const Call& call, int code, std::string_view number, std::string_view variant) {
  const std::vector<std::string> arguments = {std::string(number)};
  return error_answer(call.operation, 400, code, catalog::message(code, arguments, variant));
}

Answer unknown(const Call& call) {
  const std::vector<std::string> arguments = {std::string(call.parameter("reservationid"))};
  return error_answer(call.operation, 404, kUnknown, catalog::message(kUnknown, arguments));
}

// The reservation of the path, if it is in force.
std::optional<store::Order> find_reservation(const Call& call, engine::Session& session) {
  std::optional<store::Order> order = find_order(call, session);
  return order && order->status == "RESERVED" ? order : std::nullopt;
}

store::Order begin_reservation(const Call& call, engine::Session& session, Tn tn) {
  store::Order order;
  order.type = kType;
  order.account = call.account();
  order.user = order.modified_by = call.user;
  order.created = order.modified = session.now;
  order.document = xml::Document("Reservation").compact();
  engine::begin_life(session, order, std::vector{format_tn(tn)}, "create");
  hold(session, order, std::vector<Tn>{tn}, store::NumberStatus::kReserved);
  return order;
}

}  // namespace

std::optional<int64_t> seconds_left(engine::Session& session, const store::Order& reservation) {
  const std::optional<store::Timer> timer = session.store.timers.find(reservation.row);
  if (!timer || !timer->due) return std::nullopt;
  return std::chrono::floor<std::chrono::seconds>(*timer->due - session.now).count();
}

Answer reserve_number(const Call& call, engine::Visit& world) {
  if (!world.seed_data().account(call.account()).has_feature("RESERVATION"))
    return refused(call, kNotAllowed, call.account(), "");
  const std::string_view sent = call.body->root().text("ReservedTn");
  if (sent.empty()) return error_answer(call.operation, 400, kNoNumber);
  const std::optional<Tn> tn = parse_tn(sent);
  if (!tn) return refused(call, kNumberUnknown, sent, "reservation");
  const std::optional<store::Order> order =
      world.write([&](engine::Session& session) -> std::optional<store::Order> {
        if (!is_available(session, *tn)) return std::nullopt;
        session.ensure_account(call.account());
        return begin_reservation(call, session, *tn);
      });
  return order ? created(call, order->id) : refused(call, kNumberTaken, sent, "");
}

Answer get_reservation(const Call& call, engine::Visit& world) {
  std::optional<int64_t> left;
  std::vector<std::string> numbers;
  const std::optional<store::Order> order = world.read([&](engine::Session& session) {
    std::optional<store::Order> found = find_reservation(call, session);
    if (found) {
      left = seconds_left(session, *found);
      numbers = session.store.orders.numbers(found->row);
    }
    return found;
  });
  if (!order) return unknown(call);
  xml::Document document("ReservationResponse");
  xml::Element reservation = document.root().add("Reservation");
  reservation.add("ReservationId", order->id);
  reservation.add("AccountId", order->account);
  if (left) reservation.add("ReservationExpires", std::to_string(*left));
  for (const std::string& number : numbers) reservation.add("ReservedTn", number);
  return answer(200, std::move(document));
}

Answer cancel_reservation(const Call& call, engine::Visit& world) {
  enum class Outcome { kUnknown, kKept, kCancelled };
  std::vector<std::string> numbers;
  const Outcome outcome = world.write([&](engine::Session& session) {
    std::optional<store::Order> order = find_reservation(call, session);
    if (!order) return Outcome::kUnknown;
    numbers = session.store.orders.numbers(order->row);
    const scenario::Transition* transition = transition_on(session, *order, "cancel");
    if (transition == nullptr) return Outcome::kKept;
    take(session, *order, *transition, {call.user, "", ""});
    return Outcome::kCancelled;
  });
  if (outcome == Outcome::kUnknown) return unknown(call);
  if (outcome == Outcome::kKept) return refused(call, kCannotCancel, numbers.front(), "");
  return empty_answer(200);
}

}  // namespace irisim::operations
