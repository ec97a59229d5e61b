#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/database.h"

namespace irisim::store {

// Whom an account wants to be asked before numbers leave it.
struct ValidationEndpoint {
  std::string url;
  std::string user, password;  // Basic credentials; an empty user: none
};

// Those of the accounts that have one. What it is when an account is made, the seed says.
class ValidationEndpoints {
 public:
  explicit ValidationEndpoints(Database& database) : database_(database) {}

  void set(std::string_view account, const ValidationEndpoint& endpoint);
  bool remove(std::string_view account);  // false: it had none
  std::optional<ValidationEndpoint> find(std::string_view account);

 private:
  Database& database_;
};

}  // namespace irisim::store
