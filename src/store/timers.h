#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace irisim::store {

// Something that will happen to an order by itself.
struct Timer {
  int64_t sequence = 0;  // decides between timers that are due at the same time
  Instant due;
  int64_t order_row = 0;
  std::string
      action;  // performed when due; empty: the timed transition of the state the order is in
};

class Timers {
 public:
  explicit Timers(Database& database) : database_(database) {}

  void add(Instant due, int64_t order_row, std::string_view action);
  void remove(int64_t sequence);
  void remove_of_order(int64_t order_row);

  std::optional<Timer> next();  // the first to be due
  std::vector<Timer> of_order(int64_t order_row);

 private:
  Database& database_;
};

}  // namespace irisim::store
