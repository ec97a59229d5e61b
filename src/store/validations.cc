#include "store/validations.h"

namespace irisim::store {
namespace {

constexpr char kAnswered[] =
    "SELECT DISTINCT order_row FROM validations AS v WHERE NOT EXISTS"
    " (SELECT 1 FROM validations AS w JOIN deliveries ON deliveries.row = w.delivery"
    " WHERE w.order_row = v.order_row AND state IN ('waiting', 'due', 'sending'))"
    " ORDER BY order_row";
constexpr char kAreUnderWay[] =
    "SELECT 1 FROM validations JOIN deliveries ON deliveries.row = delivery"
    " WHERE state = 'sending' OR (state = 'due' AND due <= ?) LIMIT 1";
constexpr char kObjections[] =
    "SELECT code, message FROM validations JOIN objections USING (delivery) WHERE order_row = ?"
    " ORDER BY delivery, position";
constexpr char kRemoveObjections[] =
    "DELETE FROM objections WHERE delivery IN"
    " (SELECT delivery FROM validations WHERE order_row = ?)";

std::vector<int64_t> numbers_of(Rows rows) {
  std::vector<int64_t> numbers;
  while (rows.next()) numbers.push_back(rows.number(0));
  return numbers;
}

}  // namespace

void Validations::add(int64_t order_row, int64_t delivery) {
  database_.run("INSERT INTO validations (delivery, order_row) VALUES (?, ?)", delivery, order_row);
}

bool Validations::is_awaited(int64_t delivery) {
  return database_.query("SELECT 1 FROM validations WHERE delivery = ?", delivery).next();
}

void Validations::set_objections(int64_t delivery, const std::vector<Objection>& objections) {
  database_.run("DELETE FROM objections WHERE delivery = ?", delivery);
  int64_t position = 0;
  for (const Objection& objection : objections) {
    database_.run("INSERT INTO objections VALUES (?, ?, ?, ?)", delivery, ++position,
                  int64_t{objection.code}, objection.message);
  }
}

bool Validations::is_waiting(int64_t order_row) {
  return database_.query("SELECT 1 FROM validations WHERE order_row = ?", order_row).next();
}

std::vector<int64_t> Validations::deliveries(int64_t order_row) {
  return numbers_of(database_.query(
      "SELECT delivery FROM validations WHERE order_row = ? ORDER BY delivery", order_row));
}

std::vector<Validations::Objection> Validations::objections(int64_t order_row) {
  std::vector<Objection> objections;
  Rows rows = database_.query(kObjections, order_row);
  while (rows.next()) objections.push_back({static_cast<int>(rows.number(0)), rows.text(1)});
  return objections;
}

void Validations::remove(int64_t order_row) {
  database_.run(kRemoveObjections, order_row);
  database_.run("DELETE FROM validations WHERE order_row = ?", order_row);
}

std::vector<int64_t> Validations::answered() {
  return numbers_of(database_.query(kAnswered));
}

bool Validations::are_under_way(Instant now) {
  return database_.query(kAreUnderWay, now).next();
}

}  // namespace irisim::store
