#include "store/passwords.h"

namespace irisim::store {

void Passwords::set(std::string_view user, std::string_view password) {
  database_.run("INSERT OR REPLACE INTO passwords (user, password) VALUES (?, ?)", user, password);
}

std::optional<std::string> Passwords::find(std::string_view user) {
  Rows rows = database_.query("SELECT password FROM passwords WHERE user = ?", user);
  if (!rows.next()) return std::nullopt;
  return rows.text(0);
}

}  // namespace irisim::store
