#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "yaml/node.h"

namespace irisim::request {

struct User {
  std::string name, password;
  std::vector<std::string> accounts;  // empty: all
  bool read_only = false;             // the role of that name: GET and HEAD only

  bool may_use(std::string_view account) const;
};

// Who may use the API: the file given with --users.
struct Users {
  std::vector<User> users;

  const User* find(std::string_view name) const;  // null when there is none
};

Result<Users, std::vector<yaml::Fault>> load_users(std::string_view text, std::string_view file);

}  // namespace irisim::request
