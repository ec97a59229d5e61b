#include "store/timers.h"

namespace irisim::store {
namespace {

std::optional<Timer> read_timer(Rows rows) {
  if (!rows.next()) return std::nullopt;
  Timer timer;
  timer.order_row = rows.number(0);
  if (!rows.is_null(1)) timer.due = rows.instant(1);
  timer.polls = static_cast<int>(rows.number(2));
  timer.sequence = rows.number(3);
  timer.action = rows.text(4);
  return timer;
}

}  // namespace

void Timers::set(int64_t order_row, Instant due, std::string_view action) {
  database_.run(
      "INSERT OR REPLACE INTO timers (order_row, due, sequence, action) VALUES (?, ?, ?, ?)",
      order_row, due, next_sequence(), action);
}

void Timers::set_polls(int64_t order_row, int polls) {
  database_.run(
      "INSERT OR REPLACE INTO timers (order_row, polls, sequence, action) VALUES (?, ?, ?, '')",
      order_row, int64_t{polls}, next_sequence());
}

void Timers::remove(int64_t order_row) {
  database_.run("DELETE FROM timers WHERE order_row = ?", order_row);
}

bool Timers::count_poll(int64_t order_row) {
  Rows rows = database_.query(
      "UPDATE timers SET polls = polls - 1 WHERE order_row = ? AND polls > 0 RETURNING polls",
      order_row);
  return rows.next() && rows.number(0) == 0;
}

std::optional<Timer> Timers::next() {
  return read_timer(database_.query(
      "SELECT order_row, due, polls, sequence, action FROM timers INDEXED BY timers_by_due "
      "WHERE due IS NOT NULL ORDER BY due, sequence LIMIT 1"));
}

std::optional<Timer> Timers::find(int64_t order_row) {
  return read_timer(database_.query(
      "SELECT order_row, due, polls, sequence, action FROM timers WHERE order_row = ?", order_row));
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
