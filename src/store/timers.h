#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/database.h"

namespace irisim::store {

// Something that will happen to an order by itself.
struct Timer {
  int64_t order_row = 0;
  Instant due;
  int64_t sequence = 0;  // decides between timers that are due at the same time
  std::string action;    // performed when due; empty: the timed transition of the order's state
};

// An order has one timer at most.
class Timers {
 public:
  explicit Timers(Database& database) : database_(database) {}

  void set(int64_t order_row, Instant due, std::string_view action);  // instead of what it had
  void remove(int64_t order_row);

  std::optional<Timer> next();  // the first to be due
  std::optional<Timer> find(int64_t order_row);
  int64_t count();

 private:
  int64_t next_sequence();

  Database& database_;
  std::optional<int64_t> last_sequence_;
};

}  // namespace irisim::store
