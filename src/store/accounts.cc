#include "store/accounts.h"

namespace irisim::store {

bool Accounts::exists(std::string_view id) {
  return database_.query("SELECT 1 FROM accounts WHERE id = ?", id).next();
}

void Accounts::add(std::string_view id) {
  database_.run("INSERT INTO accounts (id) VALUES (?)", id);
}

std::vector<std::string> Accounts::list() {
  std::vector<std::string> ids;
  Rows rows = database_.query("SELECT id FROM accounts ORDER BY row");
  while (rows.next()) ids.push_back(rows.text(0));
  return ids;
}

}  // namespace irisim::store
