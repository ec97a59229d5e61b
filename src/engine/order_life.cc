#include "engine/order_life.h"

#include <algorithm>

#include "base/check.h"
#include "base/text.h"
#include "catalog/catalog.h"
#include "xml/document.h"

namespace irisim::engine {
namespace {

// A draft is not processed: it has no history, and it holds no numbers.
constexpr std::string_view kDraft = "DRAFT";

// The port order number by which carriers speak of a port: PON0000BEEF1234.
std::string make_pon(const Dice& dice, uint64_t ordinal) {
  constexpr size_t kDigits = 12;
  return "PON" + upper(make_uuid(dice, "pon", ordinal)).substr(24, kDigits);
}

void start_timer(Session& session, const store::Order& order) {
  const scenario::Transition* next = lifecycle_of(session, order).timed(order.status);
  if (next == nullptr) return;
  const bool is_random = next->jitter > Millis(0);
  const uint64_t roll = is_random ? session.dice.roll("delay", session.store.next("delay")) : 0;
  session.store.timers.set(order.row, session.now + scenario::delay(*next, roll), "");
}

void write_history(Session& session, const store::Order& order, const Cause& cause,
                   const std::string& difference) {
  if (order.status == kDraft) return;
  session.store.history.add(order.row,
                            {session.now, cause.note, cause.author, order.status, difference});
}

void enter(const Session& session, store::Order& order, std::string_view status) {
  order.status = status;
  order.holds_numbers = status != kDraft && !lifecycle_of(session, order).is_terminal(status);
}

// Sets the element that the transition stamps; gives the change as a line of a history entry's
// Difference.
std::string stamp(const std::string& element, Instant now, xml::Element root) {
  xml::Element stamped = root.child_or_add(element);
  std::string line =
      element + " : \"" + std::string(stamped.text()) + "\" --> " + format_java_date(now);
  stamped.set_text(format_instant(now));
  return line;
}

// Performs the transition's effect, and gives the transition that it leads to.
const scenario::Transition& perform_effect(Session& session, store::Order& order,
                                           const scenario::Transition& transition) {
  if (transition.effect.empty()) return transition;
  const auto effect = std::ranges::find(session.effects, transition.effect, &Effect::name);
  IRISIM_CHECK(effect != session.effects.end());
  const std::string diversion = effect->perform(session, order);
  if (diversion.empty()) return transition;
  const scenario::Transition* instead = lifecycle_of(session, order).on(order.status, diversion);
  IRISIM_CHECK(instead != nullptr);  // the loader saw to it
  return *instead;
}

void tell(const Session& session, const Happening& happening) {
  if (session.visitor != nullptr) session.visitor->happened.push_back(happening);
}

void add_error(int code, xml::Element root) {
  xml::Element errors = root.add("Errors");
  errors.add("Code", std::to_string(code));
  errors.add("Description", catalog::message(code));
}

}  // namespace

const scenario::Lifecycle& lifecycle_of(const Session& session, const store::Order& order) {
  const auto found = session.rules.lifecycles.find(order.type);
  IRISIM_CHECK(found != session.rules.lifecycles.end());
  return found->second;
}

void begin_life(Session& session, store::Order& order, std::span<const std::string> numbers,
                std::string_view action) {
  const scenario::Transition* transition = lifecycle_of(session, order).creation(action);
  IRISIM_CHECK(transition != nullptr);
  const uint64_t ordinal = session.store.next(order.type);
  order.id = make_uuid(session.dice, order.type, ordinal);
  order.pon = make_pon(session.dice, ordinal);
  enter(session, order, transition->to);
  session.store.orders.insert(order);
  session.store.orders.add_numbers(order.row, numbers);
  write_history(session, order, {order.user, transition->note, "", 0}, "");
  start_timer(session, order);
  tell(session, {session.now, order.id, order.type, "", order.status});
}

Happening take(Session& session, store::Order& order, const scenario::Transition& wished,
               const Cause& cause) {
  const scenario::Transition& transition = perform_effect(session, order, wished);
  Happening happening{session.now, order.id, order.type, order.status, transition.to};
  Cause told = cause;
  if (told.note.empty()) told.note = transition.note;
  if (told.error == 0) told.error = transition.error;
  std::string difference = told.difference;
  if (told.error != 0 || !transition.stamp.empty()) {
    xml::Document document = xml::Document::restore(order.document);
    if (!transition.stamp.empty()) {
      if (!difference.empty()) difference += '\n';
      difference += stamp(transition.stamp, session.now, document.root());
    }
    if (told.error != 0) {
      add_error(told.error, document.root());
      told.note = std::to_string(told.error) + ": " +
                  (cause.note.empty() ? catalog::message(told.error) : cause.note);
    }
    order.document = document.compact();
  }
  enter(session, order, transition.to);
  order.modified = session.now;
  order.modified_by = told.author;
  session.store.orders.update(order);
  write_history(session, order, told, difference);
  session.store.timers.remove(order.row);
  start_timer(session, order);
  tell(session, happening);
  return happening;
}

void record_change(Session& session, store::Order& order, const Cause& cause) {
  order.modified = session.now;
  order.modified_by = cause.author;
  session.store.orders.update(order);
  write_history(session, order, cause, cause.difference);
}

void schedule(Session& session, const store::Order& order, Instant due, std::string_view action) {
  session.store.timers.set(order.row, due, action);
}

std::optional<Happening> fire(Session& session, const store::Timer& timer) {
  session.store.timers.remove(timer.order_row);
  std::optional<store::Order> order = session.store.orders.find(timer.order_row);
  IRISIM_CHECK(order.has_value());
  const scenario::Lifecycle& lifecycle = lifecycle_of(session, *order);
  const scenario::Transition* transition = timer.action.empty()
                                               ? lifecycle.timed(order->status)
                                               : lifecycle.on(order->status, timer.action);
  if (transition == nullptr) return std::nullopt;
  return take(session, *order, *transition, {});
}

}  // namespace irisim::engine
