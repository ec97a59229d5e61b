#include "store/steps.h"

namespace irisim::store {

void Steps::count(int64_t order_row, std::string_view step) {
  database_.run("INSERT INTO steps VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1",
                order_row, step);
}

std::map<std::string, int, std::less<>> Steps::of(int64_t order_row) {
  std::map<std::string, int, std::less<>> counts;
  Rows rows = database_.query("SELECT step, count FROM steps WHERE order_row = ?", order_row);
  while (rows.next()) counts.emplace(rows.text(0), static_cast<int>(rows.number(1)));
  return counts;
}

}  // namespace irisim::store
