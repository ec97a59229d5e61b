#include "store/notes.h"

namespace irisim::store {

int64_t Notes::add(int64_t order_row, const Note& note) {
  database_.run("INSERT INTO notes (order_row, user, description, modified) VALUES (?, ?, ?, ?)",
                order_row, note.user, note.description, note.modified);
  return database_.last_row();
}

bool Notes::update(int64_t order_row, const Note& note) {
  return database_
      .query(
          "UPDATE notes SET user = ?3, description = ?4, modified = ?5 WHERE order_row = ?1 AND id "
          "= ?2"
          " RETURNING 1",
          order_row, note.id, note.user, note.description, note.modified)
      .next();
}

std::vector<Note> Notes::list(int64_t order_row) {
  std::vector<Note> notes;
  Rows rows = database_.query(
      "SELECT id, user, description, modified FROM notes WHERE order_row = ? ORDER BY id",
      order_row);
  while (rows.next())
    notes.push_back({rows.number(0), rows.text(1), rows.text(2), rows.instant(3)});
  return notes;
}

}  // namespace irisim::store
