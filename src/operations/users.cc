#include "operations/users.h"

#include <algorithm>

#include "operations/finding.h"

namespace irisim::operations {
namespace {

using engine::AccountSeed;
using engine::Seed;

constexpr int kUnknownUser = 12000;
constexpr int kPasswordRequired = 12503;
constexpr int kPasswordTooShort = 12504;
constexpr int kOtherUser = 12618;
constexpr int kPasswordTooLong = 12619;
constexpr size_t kShortestPassword = 6;
constexpr size_t kLongestPassword = 20;

void add_text(xml::Element parent, std::string_view name, std::string_view text) {
  if (!text.empty()) parent.add(name, text);
}

xml::Element add_user(xml::Element parent, const AccountSeed::User& user) {
  xml::Element element = parent.add("User");
  element.add("Username", user.name);
  add_text(element, "FirstName", user.first_name);
  add_text(element, "LastName", user.last_name);
  add_text(element, "EmailAddress", user.email);
  add_text(element, "TelephoneNumber", user.telephone_number);
  xml::Element roles = element.add("Roles");
  for (const AccountSeed::Role& role : user.roles) {
    xml::Element entry = roles.add("Role");
    entry.add("RoleName", role.name);
    xml::Element permissions = entry.add("Permissions");
    for (const std::string& permission : role.permissions)
      permissions.add("Permission").add("PermissionName", permission);
  }
  return element;
}

AccountSeed::User signed_in_user(const Call& call) {
  AccountSeed::User user;
  user.name = call.user;
  return user;
}

// The user of the seed, or the one who is signed in; null: unknown.
std::optional<AccountSeed::User> find_user(const Call& call, const Seed& seed) {
  const std::string_view name = call.parameter("userid");
  if (const AccountSeed::User* user = seed.others.find_user(name)) return *user;
  for (const auto& [id, account] : seed.listed) {
    if (const AccountSeed::User* user = account.find_user(name)) return *user;
  }
  if (name == call.user && name != kAnonymous) return signed_in_user(call);
  return std::nullopt;
}

bool may_use(const Call& call, std::string_view account) {
  return call.accounts.empty() || std::ranges::find(call.accounts, account) != call.accounts.end();
}

Answer unknown_user(const Call& call) {
  return error_answer(call.operation, 404, kUnknownUser,
                      broken_rule(kUnknownUser, {std::string(call.parameter("userid"))}).message);
}

std::optional<Finding> check_password(const Call& call, std::string_view password) {
  const std::string user(call.parameter("userid"));
  if (call.user != kAnonymous && call.user != user)
    return broken_rule(kOtherUser, {user, call.user});
  if (password.empty()) return broken_rule(kPasswordRequired);
  if (password.size() < kShortestPassword)
    return broken_rule(kPasswordTooShort, {std::to_string(kShortestPassword)});
  if (password.size() > kLongestPassword)
    return broken_rule(kPasswordTooLong, {std::to_string(kLongestPassword)});
  return std::nullopt;
}

}  // namespace

Answer list_users(const Call& call, engine::Visit& world) {
  const AccountSeed& account = world.seed_data().account(call.account());
  xml::Document document("UsersResponse");
  xml::Element users = document.root().add("Users");
  for (const AccountSeed::User& user : account.users) add_user(users, user);
  if (call.user != kAnonymous && account.find_user(call.user) == nullptr)
    add_user(users, signed_in_user(call));
  return answer(200, std::move(document));
}

Answer get_user(const Call& call, engine::Visit& world) {
  const Seed& seed = world.seed_data();
  const std::optional<AccountSeed::User> user = find_user(call, seed);
  if (!user) return unknown_user(call);
  std::vector<std::string> ids =
      world.read([](engine::Session& session) { return session.store.accounts.list(); });
  for (const auto& [id, account] : seed.listed) {
    if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
  }

  xml::Document document("UserResponse");
  xml::Element accounts = add_user(document.root(), *user).add("Accounts");
  for (const std::string& id : ids) {
    const AccountSeed& account = seed.account(id);
    const bool is_theirs =
        account.find_user(user->name) != nullptr || (user->name == call.user && may_use(call, id));
    if (!is_theirs) continue;
    xml::Element entry = accounts.add("Account");
    entry.add("AccountId", id);
    add_text(entry, "CompanyName",
             xml::Document::restore(account.document).root().text("CompanyName"));
  }
  return answer(200, std::move(document));
}

Answer set_password(const Call& call, engine::Visit& world) {
  const std::optional<AccountSeed::User> user = find_user(call, world.seed_data());
  if (!user) return unknown_user(call);
  const std::string_view password = call.body->root().text();
  if (const auto broken = check_password(call, password))
    return error_answer(call.operation, 400, broken->code, broken->message);
  world.write([&](engine::Session& session) {
    session.store.passwords.set(user->name, password);
    return true;
  });
  return empty_answer(200);
}

}  // namespace irisim::operations
