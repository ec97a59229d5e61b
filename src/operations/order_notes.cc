#include "operations/order_notes.h"

#include "base/text.h"
#include "engine/notify.h"
#include "engine/order_life.h"
#include "operations/order_call.h"

namespace irisim::operations {
namespace {

constexpr int kUserRequired = 12501;
constexpr int kNoteNotFound = 5040;

store::Note read_note(const Call& call) {
  const xml::Element sent = call.body->root();
  store::Note note;
  note.user = sent.text("UserId");
  note.description = sent.text("Description");
  return note;
}

}  // namespace

Answer list_notes(const Call& call, engine::Visit& world) {
  std::vector<store::Note> notes;
  const bool known = world.read([&](engine::Session& session) {
    const std::optional<store::Order> order = find_order(call, session);
    if (order) notes = session.store.notes.list(order->row);
    return order.has_value();
  });
  if (!known) return unknown_order(call);
  if (notes.empty()) return empty_answer(204);

  xml::Document document("Notes");
  for (const store::Note& note : notes) {
    xml::Element element = document.root().add("Note");
    element.add("Id", std::to_string(note.id));
    element.add("UserId", note.user);
    element.add("Description", note.description);
    element.add("LastDateModifier", format_instant(note.modified));
  }
  return answer(200, std::move(document));
}

Answer add_note(const Call& call, engine::Visit& world) {
  store::Note note = read_note(call);
  if (note.user.empty()) return error_answer(call.operation, 400, kUserRequired);
  const std::optional<int64_t> id =
      world.write([&](engine::Session& session) -> std::optional<int64_t> {
        std::optional<store::Order> order = find_order(call, session);
        if (!order) return std::nullopt;
        note.modified = session.now;
        const int64_t added = session.store.notes.add(order->row, note);
        engine::notify_note(session, *order, note.description);
        engine::perform(session, *order, "note", call.user);
        return added;
      });
  return id ? created(call, std::to_string(*id)) : unknown_order(call);
}

Answer update_note(const Call& call, engine::Visit& world) {
  store::Note note = read_note(call);
  if (note.user.empty()) return error_answer(call.operation, 400, kUserRequired);
  note.id = to_number(call.parameter("noteId")).value_or(0);
  bool known_order = false;
  const bool updated = world.write([&](engine::Session& session) {
    const std::optional<store::Order> order = find_order(call, session);
    known_order = order.has_value();
    note.modified = session.now;
    return known_order && session.store.notes.update(order->row, note);
  });
  if (!known_order) return unknown_order(call);
  return updated ? empty_answer(200) : error_answer(call.operation, 404, kNoteNotFound);
}

}  // namespace irisim::operations
