#include "operations/order_history.h"

#include "engine/order_life.h"
#include "operations/lsr_document.h"
#include "operations/order_call.h"

namespace irisim::operations {
namespace {

constexpr int kNoHistoryOfDrafts = 7710;

// Imitated oddity: this error comes with status 200.
Answer draft_has_no_history() {
  xml::Document document("OrderHistoryWrapper");
  xml::Element status = document.root().add("IrisStatus");
  status.add("Code", std::to_string(kNoHistoryOfDrafts));
  status.add("Description", catalog::message(kNoHistoryOfDrafts));
  return answer(200, std::move(document));
}

// Imitated oddity: what happens to an LSR order by itself has no author.
bool names_author(const store::Order& order, const store::HistoryEntry& entry) {
  return order.type != kLsrType || entry.author != engine::kSystem;
}

}  // namespace

Instant in_state_since(engine::Session& session, const store::Order& order) {
  Instant since = order.modified;
  const std::vector<store::HistoryEntry> entries = session.store.history.list(order.row);
  for (auto entry = entries.rbegin(); entry != entries.rend() && entry->status == order.status;
       ++entry)
    since = entry->at;
  return since;
}

Answer get_history(const Call& call, engine::Visit& world) {
  std::vector<store::HistoryEntry> entries;
  const std::optional<store::Order> order = world.read([&](engine::Session& session) {
    std::optional<store::Order> found = find_order(call, session);
    if (found) entries = session.store.history.list(found->row);
    return found;
  });
  if (!order) return unknown_order(call);
  if (order->status == "DRAFT") return draft_has_no_history();

  xml::Document document("OrderHistoryWrapper");
  for (const store::HistoryEntry& entry : entries) {
    xml::Element element = document.root().add("OrderHistory");
    element.add("OrderDate", format_instant(entry.at));
    element.add("Note", entry.note);
    if (names_author(*order, entry)) element.add("Author", entry.author);
    element.add("Status", entry.status);
    if (!entry.difference.empty()) element.add("Difference", entry.difference);
  }
  return answer(200, std::move(document));
}

}  // namespace irisim::operations
