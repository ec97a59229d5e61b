#include "store/history.h"

namespace irisim::store {

void History::add(int64_t order_row, const HistoryEntry& entry) {
  database_.run(
      "INSERT INTO history (order_row, entry, at, note, author, status, difference) VALUES (?1,"
      " (SELECT coalesce(max(entry), 0) + 1 FROM history WHERE order_row = ?1), ?2, ?3, ?4, ?5, "
      "?6)",
      order_row, entry.at, entry.note, entry.author, entry.status, entry.difference);
}

std::vector<HistoryEntry> History::list(int64_t order_row) {
  std::vector<HistoryEntry> entries;
  Rows rows = database_.query(
      "SELECT at, note, author, status, difference FROM history WHERE order_row = ? ORDER BY entry",
      order_row);
  while (rows.next()) {
    entries.push_back({rows.instant(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4)});
  }
  return entries;
}

bool History::has_status(int64_t order_row, std::string_view status) {
  return database_
      .query("SELECT 1 FROM history WHERE order_row = ? AND status = ?", order_row, status)
      .next();
}

}  // namespace irisim::store
