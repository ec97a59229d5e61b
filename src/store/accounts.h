#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace irisim::store {

// Which accounts have been made, in the order in which that happened. What an account is, the seed
// says; it never changes.
class Accounts {
 public:
  explicit Accounts(Database& database) : database_(database) {}

  bool exists(std::string_view id);
  void add(std::string_view id);  // is new
  std::vector<std::string> list();

 private:
  Database& database_;
};

}  // namespace irisim::store
