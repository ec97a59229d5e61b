#include "store/timers.h"

namespace irisim::store {
namespace {

Timer read_timer(const Rows& rows) {
  return {rows.number(0), rows.instant(1), rows.number(2), rows.text(3)};
}

}  // namespace

void Timers::add(Instant due, int64_t order_row, std::string_view action) {
  database_.run("INSERT INTO timers (due, order_row, action) VALUES (?, ?, ?)", due, order_row,
                action);
}

void Timers::remove(int64_t sequence) {
  database_.run("DELETE FROM timers WHERE sequence = ?", sequence);
}

void Timers::remove_of_order(int64_t order_row) {
  database_.run("DELETE FROM timers WHERE order_row = ?", order_row);
}

std::optional<Timer> Timers::next() {
  Rows rows = database_.query(
      "SELECT sequence, due, order_row, action FROM timers ORDER BY due, sequence LIMIT 1");
  if (!rows.next()) return std::nullopt;
  return read_timer(rows);
}

std::vector<Timer> Timers::of_order(int64_t order_row) {
  std::vector<Timer> timers;
  Rows rows = database_.query(
      "SELECT sequence, due, order_row, action FROM timers WHERE order_row = ? ORDER BY due, "
      "sequence",
      order_row);
  while (rows.next()) timers.push_back(read_timer(rows));
  return timers;
}

}  // namespace irisim::store
