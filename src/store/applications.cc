#include "store/applications.h"

namespace irisim::store {
namespace {

Application read_application(const Rows& rows) {
  return {rows.text(0), rows.text(1), rows.text(2)};
}

}  // namespace

void Applications::add(std::string_view account, const Application& application) {
  database_.run("INSERT INTO applications (account, id, service, document) VALUES (?, ?, ?, ?)",
                account, application.id, application.service, application.document);
}

void Applications::update(std::string_view account, const Application& application) {
  database_.run("UPDATE applications SET document = ? WHERE account = ? AND id = ?",
                application.document, account, application.id);
}

void Applications::remove(std::string_view account, std::string_view id) {
  database_.run("DELETE FROM applications WHERE account = ? AND id = ?", account, id);
}

std::optional<Application> Applications::find(std::string_view account, std::string_view id) {
  Rows rows = database_.query(
      "SELECT id, service, document FROM applications WHERE account = ? AND id = ?", account, id);
  if (!rows.next()) return std::nullopt;
  return read_application(rows);
}

std::vector<Application> Applications::list(std::string_view account) {
  std::vector<Application> result;
  Rows rows = database_.query(
      "SELECT id, service, document FROM applications WHERE account = ? ORDER BY row", account);
  while (rows.next()) result.push_back(read_application(rows));
  return result;
}

int64_t Applications::count(std::string_view account, std::string_view service) {
  Rows rows = database_.query("SELECT count(*) FROM applications WHERE account = ? AND service = ?",
                              account, service);
  rows.next();
  return rows.number(0);
}

}  // namespace irisim::store
