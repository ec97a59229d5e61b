#include "operations/account_routes.h"

#include "operations/accounts.h"
#include "operations/addresses.h"
#include "operations/users.h"

namespace irisim::operations {
namespace {

#define ACCOUNT "/accounts/{accountId}"
constexpr Route kRoutes[] = {
    {"GET", ACCOUNT, get_account},
    {"GET", ACCOUNT "/addresses", list_addresses},
    {"GET", ACCOUNT "/products", list_account_products},
    {"GET", ACCOUNT "/users", list_users},
    {"GET", "/users/{userid}", get_user},
    {"PUT", "/users/{userid}/password", set_password},
};
#undef ACCOUNT

}  // namespace

std::span<const Route> account_routes() {
  return kRoutes;
}

}  // namespace irisim::operations
