#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/database.h"

namespace irisim::store {

// The passwords that users have changed; all others are as the users file has them.
class Passwords {
 public:
  explicit Passwords(Database& database) : database_(database) {}

  void set(std::string_view user, std::string_view password);
  std::optional<std::string> find(std::string_view user);

 private:
  Database& database_;
};

}  // namespace irisim::store
