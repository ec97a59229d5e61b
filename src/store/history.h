#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace irisim::store {

// What happened to an order.
struct HistoryEntry {
  Instant at;
  std::string note, author, status;
  std::string difference;  // empty: none
};

class History {
 public:
  explicit History(Database& database) : database_(database) {}

  void add(int64_t order_row, const HistoryEntry& entry);
  std::vector<HistoryEntry> list(int64_t order_row);  // oldest first

  // Whether the order has ever been in the state.
  bool has_status(int64_t order_row, std::string_view status);

 private:
  Database& database_;
};

}  // namespace irisim::store
