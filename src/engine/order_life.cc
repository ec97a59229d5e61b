#include "engine/order_life.h"

#include <algorithm>

#include "base/check.h"
#include "base/pattern.h"
#include "base/text.h"
#include "catalog/catalog.h"
#include "engine/notify.h"
#include "engine/port_out_validation.h"
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

// The time that an element of the order says, if it is not past.
Instant date_of(const Session& session, const store::Order& order, const std::string& element) {
  const xml::Document document = xml::Document::restore(order.document);
  const std::optional<Timestamp> date = parse_timestamp(document.root().text(element));
  return date ? std::max(date->instant, session.now) : session.now;
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

// Sets an element to a time, or to a date alone; gives the change as a line of a history entry's
// Difference.
std::string set_time(xml::Element root, const std::string& element, const Timestamp& time) {
  xml::Element changed = root.child_or_add(element);
  const std::string before = element + " : \"" + std::string(changed.text()) + "\" --> ";
  changed.set_text(time.has_time ? format_instant(time.instant) : format_date(time.date));
  return before + (time.has_time ? format_java_date(time.instant) : format_date(time.date));
}

Timestamp moved(const Timestamp& time, Millis by) {
  const Instant instant = time.instant + by;
  return {instant, std::chrono::floor<std::chrono::days>(instant), time.has_time};
}

// Sets the elements that the transition stamps and shifts; gives the changes, a line each.
std::string change_times(const scenario::Transition& transition, Instant now, xml::Element root) {
  const Timestamp present{now, std::chrono::floor<std::chrono::days>(now), true};
  const auto time_in = [&](const std::string& element) {
    return parse_timestamp(root.text(element)).value_or(present);
  };
  std::vector<std::string> lines;
  if (const auto& [element, source] = transition.stamp; !element.empty())
    lines.push_back(set_time(root, element, source.empty() ? present : time_in(source)));
  for (const scenario::Shift& shift : transition.shifts)
    lines.push_back(set_time(root, shift.element, moved(time_in(shift.element), shift.by)));
  return join(lines, "\n");
}

scenario::Counts counts_of(Session& session, const store::Order& order,
                           const scenario::Lifecycle& life) {
  return life.has_limits() ? session.store.steps.of(order.row) : scenario::Counts();
}

// Performs the transition's effect, and gives the transition that it leads to.
const scenario::Transition& perform_effect(Session& session, store::Order& order,
                                           const scenario::Transition& transition) {
  if (transition.effect.empty()) return transition;
  const auto effect = std::ranges::find(session.effects, transition.effect, &Effect::name);
  IRISIM_CHECK(effect != session.effects.end());
  const std::string diversion = effect->perform(session, order);
  if (diversion.empty()) return transition;
  const scenario::Transition* instead = transition_on(session, order, diversion);
  // A file has one for each way that its effects may turn out, but files can be combined.
  return instead == nullptr ? transition : *instead;
}

void tell(const Session& session, const Happening& happening) {
  if (session.visitor != nullptr) session.visitor->happened.push_back(happening);
}

// The numbers of the order that the error is about.
std::vector<std::string> numbers_of(Session& session, const store::Order& order,
                                    const scenario::OrderError& error) {
  std::vector<std::string> numbers = session.store.orders.numbers(order.row);
  std::erase_if(numbers, [&](const std::string& number) {
    return std::ranges::none_of(
        error.numbers, [&](const std::string& pattern) { return matches(pattern, number); });
  });
  return numbers;
}

// What a message of the contract leaves open is the numbers that it is about: those that are named,
// else all.
std::string message_of(Session& session, const store::Order& order,
                       const scenario::OrderError& error) {
  constexpr std::string_view kOpen = "%s";
  if (!error.message.empty()) return error.message;
  std::string message = catalog::message(error.code);
  const size_t at = message.find(kOpen);
  if (at == std::string::npos) return message;
  const std::vector<std::string> numbers = error.numbers.empty()
                                               ? session.store.orders.numbers(order.row)
                                               : numbers_of(session, order, error);
  return message.replace(at, kOpen.size(), join(numbers, ", "));
}

// In the form in which an order's document keeps what went wrong with it.
void add_error(Session& session, const store::Order& order, const scenario::OrderError& error,
               xml::Element root) {
  xml::Element errors = root.add("Errors");
  errors.add("Code", std::to_string(error.code));
  errors.add("Description", message_of(session, order, error));
  if (error.numbers.empty()) return;
  xml::Element numbers = errors.add("TelephoneNumbers");
  for (const std::string& number : numbers_of(session, order, error)) numbers.add("Tn", number);
}

// Puts the cause's errors into the order's document; the first one is what the history tells.
void show_errors(Session& session, store::Order& order, Cause& told) {
  if (told.errors.empty()) return;
  const xml::Document document = xml::Document::restore(order.document);
  for (const scenario::OrderError& error : told.errors)
    add_error(session, order, error, document.root());
  order.document = document.compact();
  const scenario::OrderError& first = told.errors.front();
  const std::string words = told.note.empty() ? message_of(session, order, first) : told.note;
  told.note = std::to_string(first.code) + ": " + words;
}

// Gives the order the scenario that is for it, if one is.
void choose_scenario(Session& session, store::Order& order, std::span<const std::string> numbers) {
  if (session.rules.scenarios.empty()) return;
  scenario::Subject of_its_own;
  scenario::Subject& subject = session.visitor == nullptr ? of_its_own : session.visitor->subject;
  describe(subject, order, numbers);
  const scenario::Scenario* chosen = session.rules.find_for_order(subject);
  if (chosen == nullptr) return;
  order.scenario = chosen->name;
  if (session.visitor != nullptr) session.visitor->scenario = chosen->name;
}

}  // namespace

const scenario::Lifecycle& lifecycle_of(const Session& session, const store::Order& order) {
  return session.rules.life(order.type, order.scenario);
}

const scenario::Transition* transition_on(Session& session, const store::Order& order,
                                          std::string_view action) {
  const scenario::Lifecycle& life = lifecycle_of(session, order);
  return life.on(order.status, action, counts_of(session, order, life));
}

const scenario::Transition* timed_transition(Session& session, const store::Order& order) {
  const scenario::Lifecycle& life = lifecycle_of(session, order);
  return life.timed(order.status, counts_of(session, order, life));
}

void describe(scenario::Subject& subject, const store::Order& order,
              std::span<const std::string> numbers) {
  subject.order = order.type;
  subject.account = order.account;
  subject.site = order.site;
  subject.pon = order.pon;
  subject.customer_order_id = order.customer_order_id.value_or("");
  subject.numbers.assign(numbers.begin(), numbers.end());
}

void begin_life(Session& session, store::Order& order, std::span<const std::string> numbers,
                std::string_view action) {
  const scenario::Transition* transition = lifecycle_of(session, order).creation(action);
  IRISIM_CHECK(transition != nullptr);
  const uint64_t ordinal = session.store.next(order.type);
  order.id = make_uuid(session.dice, order.type, ordinal);
  if (order.pon.empty()) order.pon = make_pon(session.dice, ordinal);
  choose_scenario(session, order, numbers);
  enter(session, order, transition->to);
  session.store.orders.insert(order);
  session.store.orders.add_numbers(order.row, numbers);
  write_history(session, order, {order.user, transition->note, ""}, "");
  notify_state(session, order, transition->note);
  validate_port_out(session, order, *transition);
  start_timer(session, order);
  tell(session, {session.now, order.id, order.type, "", order.status});
}

Happening take(Session& session, store::Order& order, const scenario::Transition& wished,
               const Cause& cause) {
  const bool is_submitted = order.status == kDraft;
  const scenario::Transition& transition = perform_effect(session, order, wished);
  Happening happening{session.now, order.id, order.type, order.status, transition.to};
  if (transition.times > 0) session.store.steps.count(order.row, transition.step);
  if (is_submitted) choose_scenario(session, order, session.store.orders.numbers(order.row));
  Cause told = cause;
  if (told.errors.empty()) told.errors = transition.errors;
  std::string difference = told.difference;
  if (transition.changes_times()) {
    xml::Document document = xml::Document::restore(order.document);
    const std::string times = change_times(transition, session.now, document.root());
    if (!times.empty() && !difference.empty()) difference += '\n';
    difference += times;
    order.document = document.compact();
  }
  show_errors(session, order, told);
  if (told.note.empty()) told.note = transition.note;
  enter(session, order, transition.to);
  order.modified = session.now;
  order.modified_by = told.author;
  session.store.orders.update(order);
  write_history(session, order, told, difference);
  if (happening.from != happening.to) notify_state(session, order, told.note);
  session.store.timers.remove(order.row);
  validate_port_out(session, order, transition);
  start_timer(session, order);
  tell(session, happening);
  return happening;
}

void record_change(Session& session, store::Order& order, const Cause& cause) {
  Cause told = cause;
  show_errors(session, order, told);
  order.modified = session.now;
  order.modified_by = cause.author;
  session.store.orders.update(order);
  write_history(session, order, told, told.difference);
}

void schedule(Session& session, const store::Order& order, Instant due, std::string_view action) {
  session.store.timers.set(order.row, due, action);
}

std::optional<Happening> fire(Session& session, const store::Timer& timer) {
  session.store.timers.remove(timer.order_row);
  std::optional<store::Order> order = session.store.orders.find(timer.order_row);
  IRISIM_CHECK(order.has_value());
  const scenario::Transition* transition = timer.action.empty()
                                               ? timed_transition(session, *order)
                                               : transition_on(session, *order, timer.action);
  if (transition == nullptr || transition->trigger == scenario::Transition::Trigger::kNever)
    return std::nullopt;
  return take(session, *order, *transition, {});
}

void start_timer(Session& session, const store::Order& order) {
  using Trigger = scenario::Transition::Trigger;
  if (session.store.validations.is_waiting(order.row)) return;
  const scenario::Transition* next = timed_transition(session, order);
  if (next == nullptr || next->trigger == Trigger::kNever) return;
  store::Timers& timers = session.store.timers;
  if (next->trigger == Trigger::kPolls) return timers.set_polls(order.row, next->polls);
  if (next->trigger == Trigger::kDate)
    return timers.set(order.row, date_of(session, order, next->at), "");
  const uint64_t roll =
      next->delay.is_random() ? session.dice.roll("delay", session.store.next("delay")) : 0;
  timers.set(order.row, session.now + next->delay.sample(roll), "");
}

void count_poll(Session& session, std::string_view order_id) {
  const std::optional<store::Order> order = session.store.orders.find(order_id);
  if (!order || !session.store.timers.count_poll(order->row)) return;
  fire(session, *session.store.timers.find(order->row));
}

void perform(Session& session, store::Order& order, std::string_view action,
             std::string_view author) {
  const scenario::Transition* transition = transition_on(session, order, action);
  if (transition != nullptr) take(session, order, *transition, {std::string(author), "", ""});
}

void restart_timers(Session& session) {
  store::Orders& orders = session.store.orders;
  for (const store::Orders::Kind& kind : orders.kinds()) {
    if (kind.status == kDraft) continue;
    const bool is_over = session.rules.life(kind.type, kind.scenario).is_terminal(kind.status);
    orders.set_holding(kind, !is_over);
    if (is_over) continue;
    for (const int64_t row : orders.without_timer(kind)) start_timer(session, *orders.find(row));
  }
}

}  // namespace irisim::engine
