#include "operations/number_custody.h"

#include "base/text.h"
#include "inventory/block_numbers.h"
#include "operations/number_settings.h"
#include "operations/port_outs.h"
#include "xml/document.h"

namespace irisim::operations {
namespace {

// What is known of the number, or what would be.
store::Number known(engine::Session& session, Tn tn) {
  std::optional<store::Number> number = session.store.numbers.find(tn);
  if (number) return std::move(*number);
  store::Number fresh;
  fresh.tn = tn;
  const inventory::Block* block = session.inventory.block_of(tn);
  fresh.is_protected = block != nullptr && block->is_protected;
  fresh.from_inventory = inventory::is_available(session.inventory, session.dice, tn);
  return fresh;
}

// Gives the number back to the inventory; one that came by a port goes back where it came from.
// Only a number whose protection is not as the inventory says needs a row for that.
void free(engine::Session& session, const store::Order& order, store::Number number) {
  const inventory::Block* block = session.inventory.block_of(number.tn);
  const bool is_ours = inventory::is_available(session.inventory, session.dice, number.tn);
  if (!is_ours || number.is_protected == block->is_protected) {
    session.store.numbers.remove(number.tn);
    return;
  }
  number.status = store::NumberStatus::kAvailable;
  number.account = kHoldingAccount;
  number.site.clear();
  number.peer.clear();
  number.order_row = order.row;
  number.modified = session.now;
  session.store.numbers.put(number);
}

}  // namespace

bool is_available(engine::Session& session, Tn tn) {
  const std::optional<store::Number> number = session.store.numbers.find(tn);
  if (number) return number->status == store::NumberStatus::kAvailable;
  return inventory::is_available(session.inventory, session.dice, tn);
}

void assign(engine::Session& session, const store::Order& order, std::span<const Tn> numbers,
            bool is_protected) {
  for (const Tn tn : numbers) {
    store::Number number = known(session, tn);
    number.status = store::NumberStatus::kInservice;
    number.account = order.account;
    number.site = order.site;
    number.peer = order.peer;
    number.order_row = order.row;
    number.modified = session.now;
    number.in_service = session.now;
    number.is_protected |= is_protected && !is_toll_free(tn);
    NumberSettings::reset(number);
    session.store.numbers.put(number);
  }
}

void hold(engine::Session& session, const store::Order& order, std::span<const Tn> numbers,
          store::NumberStatus status) {
  for (const Tn tn : numbers) {
    store::Number number = known(session, tn);
    number.status = status;
    number.account = order.account;
    number.order_row = order.row;
    number.modified = session.now;
    NumberSettings::reset(number);
    session.store.numbers.put(number);
  }
}

void give_away(engine::Session& session, const store::Order& port_out,
               std::span<const Tn> numbers) {
  for (const Tn tn : numbers) {
    store::Number number = known(session, tn);
    number.status = store::NumberStatus::kPortedOut;
    number.site.clear();
    number.peer.clear();
    number.order_row = port_out.row;
    number.modified = session.now;
    NumberSettings::reset(number);
    session.store.numbers.put(number);
  }
}

std::string put_in_service(engine::Session& session, store::Order& order) {
  const xml::Document document = xml::Document::restore(order.document);
  const std::vector<Tn> numbers = numbers_of(session, order);
  record_port_outs(session, order, numbers);
  assign(session, order, numbers, asks_for_protection(document.root()));
  return {};
}

void release(engine::Session& session, const store::Order& order, std::span<const Tn> numbers) {
  for (const Tn tn : numbers) {
    if (std::optional<store::Number> number = session.store.numbers.find(tn))
      free(session, order, std::move(*number));
  }
}

std::string release_numbers(engine::Session& session, store::Order& order) {
  std::vector<Tn> held = numbers_of(session, order);
  std::erase_if(held, [&](Tn tn) {
    const std::optional<store::Number> number = session.store.numbers.find(tn);
    return !number || number->order_row != order.row;
  });
  release(session, order, held);
  return {};
}

std::vector<Tn> numbers_of(engine::Session& session, const store::Order& order) {
  std::vector<Tn> numbers;
  for (const std::string& text : session.store.orders.numbers(order.row)) {
    if (const std::optional<Tn> tn = parse_tn(text)) numbers.push_back(*tn);
  }
  return numbers;
}

bool asks_for_protection(xml::Element order) {
  for (const xml::Element attribute : order.child("TnAttributes").children()) {
    if (equal_ignoring_case(attribute.text(), "Protected")) return true;
  }
  return false;
}

}  // namespace irisim::operations
