#include "store/validation_endpoints.h"

namespace irisim::store {

void ValidationEndpoints::set(std::string_view account, const ValidationEndpoint& endpoint) {
  database_.run("INSERT OR REPLACE INTO validation_endpoints VALUES (?, ?, ?, ?)", account,
                endpoint.url, endpoint.user, endpoint.password);
}

bool ValidationEndpoints::remove(std::string_view account) {
  if (!find(account)) return false;
  database_.run("DELETE FROM validation_endpoints WHERE account = ?", account);
  return true;
}

std::optional<ValidationEndpoint> ValidationEndpoints::find(std::string_view account) {
  Rows rows = database_.query(
      "SELECT url, user, password FROM validation_endpoints WHERE account = ?", account);
  if (!rows.next()) return std::nullopt;
  return ValidationEndpoint{rows.text(0), rows.text(1), rows.text(2)};
}

}  // namespace irisim::store
