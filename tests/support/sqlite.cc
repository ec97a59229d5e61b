#include "tests/support/sqlite.h"

#include <memory>

#include <gtest/gtest.h>
#include <sqlite3.h>

#include "base/check.h"
#include "store/database.h"

namespace irisim::test {
namespace {

using Connection = std::unique_ptr<sqlite3, int (*)(sqlite3*)>;

Connection open(const std::string& file) {
  const store::Database ours;  // sets the library up, which it must do before anybody uses it
  sqlite3* raw = nullptr;
  IRISIM_CHECK(sqlite3_open(":memory:", &raw) == SQLITE_OK);
  Connection connection(raw, sqlite3_close);
  auto* bytes = static_cast<unsigned char*>(sqlite3_malloc64(file.size() + 1));
  file.copy(reinterpret_cast<char*>(bytes), file.size());
  const auto size = static_cast<sqlite3_int64>(file.size());
  IRISIM_CHECK(sqlite3_deserialize(
                   raw, "main", bytes, size, size,
                   SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE) == SQLITE_OK);
  return connection;
}

void execute(sqlite3* connection, const std::string& sql) {
  EXPECT_EQ(sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK)
      << sql << ": " << sqlite3_errmsg(connection);
}

}  // namespace

std::string with_sql(const std::string& file, const std::string& sql) {
  const Connection connection = open(file);
  execute(connection.get(), sql);
  sqlite3_int64 size = 0;
  unsigned char* bytes = sqlite3_serialize(connection.get(), "main", &size, 0);
  IRISIM_CHECK(bytes != nullptr);
  std::string changed(reinterpret_cast<const char*>(bytes), static_cast<size_t>(size));
  sqlite3_free(bytes);
  return changed;
}

std::string query(const std::string& file, const std::string& sql) {
  const Connection connection = open(file);
  sqlite3_stmt* statement = nullptr;
  EXPECT_EQ(sqlite3_prepare_v2(connection.get(), sql.c_str(), -1, &statement, nullptr), SQLITE_OK)
      << sql << ": " << sqlite3_errmsg(connection.get());
  std::string value;
  if (sqlite3_step(statement) == SQLITE_ROW) {
    const auto* text = sqlite3_column_text(statement, 0);
    if (text != nullptr) value = reinterpret_cast<const char*>(text);
  }
  sqlite3_finalize(statement);
  return value;
}

}  // namespace irisim::test
