#include "request/users.h"

#include <algorithm>

#include "yaml/reader.h"

namespace irisim::request {
namespace {

using yaml::Node;
using yaml::Reader;

constexpr char kReadOnly[] = "read-only";

User read_user(const Node& node, Reader& reader) {
  User user;
  if (!reader.expect_map(node, {"name", "password", "accounts", "roles"})) return user;
  if (const Node* name = reader.require(node, "name")) user.name = reader.text(*name);
  if (const Node* password = reader.require(node, "password"))
    user.password = reader.text(*password);
  if (const Node* accounts = node.find("accounts")) user.accounts = reader.texts(*accounts);
  const std::string roles[] = {"user", kReadOnly};
  if (const Node* given = node.find("roles"); given != nullptr && reader.expect_sequence(*given)) {
    for (const Node& role : given->items) {
      if (reader.one_of(role, "role", roles) == kReadOnly) user.read_only = true;
    }
  }
  return user;
}

}  // namespace

bool User::may_use(std::string_view account) const {
  return accounts.empty() || std::ranges::find(accounts, account) != accounts.end();
}

const User* Users::find(std::string_view name) const {
  const auto found = std::ranges::find(users, name, &User::name);
  return found == users.end() ? nullptr : &*found;
}

Result<Users, std::vector<yaml::Fault>> load_users(std::string_view text, std::string_view file) {
  const auto root = yaml::parse(text, file);
  if (!root) return std::vector{root.error()};
  Reader reader(file);
  Users users;
  if (reader.expect_map(*root, {"users"})) {
    const Node* list = reader.require(*root, "users");
    if (list != nullptr && reader.expect_sequence(*list)) {
      for (const Node& user : list->items) users.users.push_back(read_user(user, reader));
    }
  }
  if (!reader.faults().empty()) return reader.faults();
  return users;
}

}  // namespace irisim::request
