#include "store/timers.h"

namespace irisim::store {
namespace {

std::optional<Timer> read_timer(Rows rows) {
  if (!rows.next()) return std::nullopt;
  return Timer{rows.number(0), rows.instant(1), rows.number(2), rows.text(3)};
}

}  // namespace

void Timers::set(int64_t order_row, Instant due, std::string_view action) {
  database_.run(
      "INSERT OR REPLACE INTO timers (order_row, due, sequence, action) VALUES (?, ?, ?, ?)",
      order_row, due, next_sequence(), action);
}

void Timers::remove(int64_t order_row) {
  database_.run("DELETE FROM timers WHERE order_row = ?", order_row);
}

std::optional<Timer> Timers::next() {
  return read_timer(database_.query(
      "SELECT order_row, due, sequence, action FROM timers ORDER BY due, sequence LIMIT 1"));
}

std::optional<Timer> Timers::find(int64_t order_row) {
  return read_timer(database_.query(
      "SELECT order_row, due, sequence, action FROM timers WHERE order_row = ?", order_row));
}

int64_t Timers::count() {
  Rows rows = database_.query("SELECT count(*) FROM timers");
  rows.next();
  return rows.number(0);
}

// Goes on from the largest in the store. A number that is lost with its transaction does no harm:
// only the order counts.
int64_t Timers::next_sequence() {
  if (!last_sequence_) {
    Rows rows = database_.query("SELECT coalesce(max(sequence), 0) FROM timers");
    rows.next();
    last_sequence_ = rows.number(0);
  }
  return ++*last_sequence_;
}

}  // namespace irisim::store
