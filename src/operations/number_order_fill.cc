#include "operations/number_order_fill.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "engine/order_life.h"
#include "operations/fields.h"
#include "operations/finding.h"
#include "operations/number_custody.h"
#include "operations/number_list_rules.h"
#include "operations/number_order_document.h"
#include "operations/number_search.h"

namespace irisim::operations {
namespace {

using Numbers = std::vector<Tn>;

constexpr int kUnavailable = 5005;
constexpr int kNothing = 5018;
constexpr int kSome = 5017;
constexpr int kWaitingForMore = 5520;
constexpr int kWaitingForAll = 5521;

// Whether the reservation still keeps one of the numbers: a port may have taken it away.
bool keeps_any(engine::Session& session, const store::Order& reservation, const Numbers& numbers) {
  return std::ranges::any_of(numbers, [&](Tn tn) {
    const std::optional<store::Number> number = session.store.numbers.find(tn);
    return number && number->status == store::NumberStatus::kReserved &&
           number->order_row == reservation.row;
  });
}

// The reservations in force of numbers that the order wants.
std::vector<store::Order> usable_reservations(engine::Session& session, const store::Order& order,
                                              const NumberOrderBody& body, const Numbers& wanted) {
  std::vector<store::Order> usable;
  for (const std::string& id : reservations(body)) {
    std::optional<store::Order> found = session.store.orders.find(lower(id));
    if (found && found->account == order.account && found->status == "RESERVED" &&
        keeps_any(session, *found, wanted))
      usable.push_back(std::move(*found));
  }
  return usable;
}

// Ends the reservations of what the order has got; others go on, and run out in their time.
void use_up(engine::Session& session, std::vector<store::Order>& used) {
  for (store::Order& reservation : used) {
    const scenario::Transition* transition = transition_on(session, reservation, "order");
    if (transition != nullptr) take(session, reservation, *transition, {});
  }
}

// Of the numbers that the order names, those that it can have.
Numbers obtainable(engine::Session& session, const Numbers& wanted,
                   const std::vector<store::Order>& usable) {
  std::set<Tn> reserved;
  for (const store::Order& reservation : usable) {
    for (const Tn tn : numbers_of(session, reservation)) reserved.insert(tn);
  }
  Numbers result;
  std::ranges::copy_if(wanted, std::back_inserter(result),
                       [&](Tn tn) { return reserved.contains(tn) || is_available(session, tn); });
  return result;
}

void tell_of_missing(xml::Element order, const NumberOrderBody& body, const Numbers& found) {
  if (!names_numbers(*body.kind)) return;
  const std::set<Tn> got(found.begin(), found.end());
  std::vector<std::string> missing;
  for (const std::string& number : named_numbers(body)) {
    if (!got.contains(*parse_tn(number))) missing.push_back(number);
  }
  add_error(order, broken_rule(kUnavailable, {}, std::move(missing)));
}

// What becomes of an order that cannot have all that it wants.
struct Shortage {
  std::string action;
  bool takes_what_there_is = false;
};

// How much an order is to be given.
enum class Portion { kAll, kPart };

Shortage shortage(xml::Element order, bool has_any, Portion portion) {
  if (portion == Portion::kPart) return {has_any ? "part" : "fail", has_any};
  const bool takes_part = !equal_ignoring_case(order.text("PartialAllowed"), "false");
  if (is_true(order.text("BackOrderRequested"))) return {"back-order", takes_part};
  if (takes_part && has_any) return {"part", true};
  return {"fail", false};
}

Finding reason(const Shortage& shortage, bool has_any) {
  if (shortage.action != "back-order") return shortfall(shortage.action == "part");
  return broken_rule(shortage.takes_what_there_is && has_any ? kWaitingForMore : kWaitingForAll);
}

std::string fill(engine::Session& session, store::Order& order, Portion portion) {
  xml::Document document = xml::Document::restore(order.document);
  xml::Element root = document.root();
  root.remove_all("Errors");
  const NumberOrderBody body = find_body(root);
  if (body.kind == nullptr) return "fail";  // a snapshot that somebody has edited
  NumberCriteria criteria = criteria_of(body);
  criteria.tiers = session.seed.account(order.account).tiers;
  const bool names = names_numbers(*body.kind);
  const int64_t wanted = quantity_of(body);
  const Numbers named = names ? parse_tns(named_numbers(body)) : Numbers();

  Numbers had = names ? Numbers() : numbers_of(session, order);
  std::vector<store::Order> usable = usable_reservations(session, order, body, named);
  Numbers found = names ? obtainable(session, named, usable)
                        : find_available(session, criteria, wanted - std::ssize(had));
  if (portion == Portion::kPart && std::ssize(had) + std::ssize(found) == wanted && !found.empty())
    found.pop_back();
  const bool has_any = !had.empty() || !found.empty();
  const bool is_whole = std::ssize(had) + std::ssize(found) == wanted;
  const Shortage lack = is_whole ? Shortage{"", true} : shortage(root, has_any, portion);
  if (lack.takes_what_there_is) {
    assign(session, order, found, asks_for_protection(root));
    use_up(session, usable);
    had.insert(had.end(), found.begin(), found.end());
  }
  if (!is_whole) {
    add_error(root, reason(lack, has_any));
    tell_of_missing(root, body, found);
  }
  session.store.orders.set_numbers(order.row, format_tns(had));
  order.document = document.compact();
  return portion == Portion::kPart && lack.action == "part" ? "" : lack.action;
}

}  // namespace

Finding shortfall(bool has_any) {
  return has_any ? broken_rule(kSome, {}, {}, "partial") : broken_rule(kNothing);
}

std::string fill_order(engine::Session& session, store::Order& order) {
  return fill(session, order, Portion::kAll);
}

std::string fill_part_of_order(engine::Session& session, store::Order& order) {
  return fill(session, order, Portion::kPart);
}

}  // namespace irisim::operations
