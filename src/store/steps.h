#pragma once

#include <map>
#include <string>
#include <string_view>

#include "store/database.h"

namespace irisim::store {

// How often an order has taken the steps that it may take only so often.
class Steps {
 public:
  explicit Steps(Database& database) : database_(database) {}

  void count(int64_t order_row, std::string_view step);
  std::map<std::string, int, std::less<>> of(int64_t order_row);

 private:
  Database& database_;
};

}  // namespace irisim::store
