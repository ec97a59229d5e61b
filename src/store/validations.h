#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "store/database.h"

namespace irisim::store {

// Which orders wait for the answers of accounts that lose numbers to them: by which deliveries they
// ask, and what has been answered so far. A delivery that ends without objections approves.
class Validations {
 public:
  explicit Validations(Database& database) : database_(database) {}

  struct Objection {
    int code = 0;
    std::string message;
  };

  void add(int64_t order_row, int64_t delivery);
  bool is_awaited(int64_t delivery);
  void set_objections(int64_t delivery, const std::vector<Objection>& objections);

  bool is_waiting(int64_t order_row);
  std::vector<int64_t> deliveries(int64_t order_row);
  std::vector<Objection> objections(int64_t order_row);  // in the order of the deliveries
  void remove(int64_t order_row);                        // it waits no longer

  // The orders all of whose deliveries have ended, in the order in which they were made.
  std::vector<int64_t> answered();

  // Whether any of the deliveries is being made at the time, or about to be.
  bool are_under_way(Instant now);

 private:
  Database& database_;
};

}  // namespace irisim::store
