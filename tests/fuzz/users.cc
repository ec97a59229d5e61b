// Users files.

#include "request/users.h"

#include "base/check.h"
#include "tests/fuzz/targets.h"

namespace irisim::fuzz {

void run_users(std::string_view bytes) {
  const auto users = request::load_users(bytes, "fuzz.yaml");
  if (users) {
    for (const request::User& user : users->users) IRISIM_CHECK(users->find(user.name) != nullptr);
  } else {
    IRISIM_CHECK(!users.error().empty());
  }
}

std::vector<std::string> users_seeds() {
  return {
      "users:\n  - { name: a, password: b, accounts: [9999999], role: read-only }\n  - { name: "
      "c, password: d }\n",
      "users: []\n"};
}

}  // namespace irisim::fuzz
