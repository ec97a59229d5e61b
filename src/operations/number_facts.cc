#include "operations/number_facts.h"

#include <algorithm>

#include "inventory/block_numbers.h"
#include "operations/number_custody.h"

namespace irisim::operations {
namespace {

constexpr int kNoNumber = 12512;
constexpr int kUnknownNumber = 4017;

NumberFacts available(engine::Session& session, Tn tn) {
  store::Number number;
  number.tn = tn;
  number.status = store::NumberStatus::kAvailable;
  number.account = kHoldingAccount;
  number.is_protected = session.inventory.block_of(tn)->is_protected;
  return {std::move(number), name_of(store::NumberStatus::kAvailable)};
}

// The port-in that will bring the number here.
std::optional<NumberFacts> porting_in(engine::Session& session, Tn tn) {
  for (const store::Order& order : session.store.orders.of_number(format_tn(tn))) {
    if (order.type != "portins" || !order.holds_numbers) continue;
    store::Number number;
    number.tn = tn;
    number.account = order.account;
    number.site = order.site;
    number.peer = order.peer;
    number.order_row = order.row;
    number.modified = order.modified;
    return NumberFacts{std::move(number), kPortingIn};
  }
  return std::nullopt;
}

}  // namespace

std::optional<NumberFacts> find_facts(engine::Session& session, Tn tn) {
  std::optional<store::Number> known = session.store.numbers.find(tn);
  if (known && known->status == store::NumberStatus::kPortedOut) {
    if (std::optional<NumberFacts> coming_back = porting_in(session, tn)) return coming_back;
  }
  if (known) {
    const std::string_view status = name_of(known->status);
    return NumberFacts{std::move(*known), status};
  }
  if (inventory::is_available(session.inventory, session.dice, tn)) return available(session, tn);
  return porting_in(session, tn);
}

bool may_see_account(const Call& call, std::string_view account) {
  return call.accounts.empty() || account == kHoldingAccount ||
         std::ranges::find(call.accounts, account) != call.accounts.end();
}

bool may_see(const Call& call, const store::Number& number) {
  return may_see_account(call, number.account);
}

Outcome<Tn> number_of_path(const Call& call) {
  const std::string text(call.parameter("tn"));
  if (const std::optional<Tn> tn = parse_tn(text)) return *tn;
  // Where the contract documents no 400, what is no number is a number that does not exist.
  const int status = call.operation.find(400) != nullptr ? 400 : 404;
  return Refusal{status, broken_rule(kNoNumber, {text})};
}

Outcome<NumberFacts> facts_of_path(const Call& call, engine::Session& session) {
  const Outcome<Tn> tn = number_of_path(call);
  if (!tn) return tn.error();
  std::optional<NumberFacts> facts = find_facts(session, *tn);
  if (!facts || !may_see(call, facts->number))
    return Refusal{404, broken_rule(kUnknownNumber, {format_tn(*tn)})};
  return std::move(*facts);
}

}  // namespace irisim::operations
