#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/database.h"

namespace irisim::store {

// Something that will happen to an order by itself.
struct Timer {
  int64_t order_row = 0;
  std::optional<Instant> due;  // absent: when the order has been read so often
  int polls = 0;               // that are still missing
  int64_t sequence = 0;        // decides between timers that are due at the same time
  std::string action;  // performed when due; empty: the timed transition of the order's state
};

// An order has one timer at most.
class Timers {
 public:
  explicit Timers(Database& database) : database_(database) {}

  // Instead of what it had.
  void set(int64_t order_row, Instant due, std::string_view action);
  void set_polls(int64_t order_row, int polls);
  void remove(int64_t order_row);

  // Takes one poll off what the order waits for; true when that was the last.
  bool count_poll(int64_t order_row);

  std::optional<Timer> next();  // the first to be due
  std::optional<Timer> find(int64_t order_row);
  int64_t count();

 private:
  int64_t next_sequence();

  Database& database_;
  std::optional<int64_t> last_sequence_;
};

}  // namespace irisim::store
