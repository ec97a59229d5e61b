#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace irisim::store {

struct Note {
  int64_t id = 0;
  std::string user, description;
  Instant modified;
};

// The notes of orders.
class Notes {
 public:
  explicit Notes(Database& database) : database_(database) {}

  int64_t add(int64_t order_row, const Note& note);  // gives its id
  bool update(int64_t order_row, const Note& note);  // false: the order has no such note
  std::vector<Note> list(int64_t order_row);         // oldest first

 private:
  Database& database_;
};

}  // namespace irisim::store
