#include "store/database.h"

#include <sqlite3.h>

#include "base/check.h"

namespace irisim::store {
namespace {

// Pages of 16 KB: in-memory SQLite scans its page cache at each commit, and with the usual 4 KB
// pages that makes a create four times slower at 100,000 orders.
constexpr char kSetUp[] =
    "PRAGMA page_size = 16384; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;"
    "PRAGMA temp_store = MEMORY; PRAGMA locking_mode = EXCLUSIVE";

}  // namespace

Rows::~Rows() {
  sqlite3_reset(statement_);
}

bool Rows::next() {
  const int code = sqlite3_step(statement_);
  IRISIM_CHECK(code == SQLITE_ROW || code == SQLITE_DONE);
  return code == SQLITE_ROW;
}

bool Rows::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

int64_t Rows::number(int column) const {
  return sqlite3_column_int64(statement_, column);
}

std::string Rows::text(int column) const {
  const void* data = sqlite3_column_blob(statement_, column);
  const auto size = static_cast<size_t>(sqlite3_column_bytes(statement_, column));
  return data == nullptr ? std::string() : std::string(static_cast<const char*>(data), size);
}

Database::Database() {
  // Without the count of all memory, which every allocation of every world would take a lock for.
  static const bool configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK;
  IRISIM_CHECK(configured);
  // NOMUTEX: the world's lock already lets one thread in at a time.
  const int code =
      sqlite3_open_v2(":memory:", &connection_,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  IRISIM_CHECK(code == SQLITE_OK);
  execute(kSetUp);
}

Database::~Database() {
  for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
  sqlite3_close(connection_);
}

void Database::execute(const char* sql) {
  IRISIM_CHECK(sqlite3_exec(connection_, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
}

int64_t Database::last_row() const {
  return sqlite3_last_insert_rowid(connection_);
}

sqlite3_stmt* Database::prepared(const char* sql) {
  sqlite3_stmt*& statement = statements_[sql];
  if (statement == nullptr) {
    IRISIM_CHECK(sqlite3_prepare_v3(connection_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement,
                                    nullptr) == SQLITE_OK);
  }
  IRISIM_CHECK(!sqlite3_stmt_busy(statement));
  return statement;
}

void Database::bind(sqlite3_stmt* statement, int position, int64_t value) {
  IRISIM_CHECK(sqlite3_bind_int64(statement, position, value) == SQLITE_OK);
}

void Database::bind(sqlite3_stmt* statement, int position, std::string_view value) {
  // The caller's text outlives the statement's run; an empty one must not be taken for NULL.
  const char* data = value.data() == nullptr ? "" : value.data();
  IRISIM_CHECK(sqlite3_bind_text64(statement, position, data, value.size(), SQLITE_STATIC,
                                   SQLITE_UTF8) == SQLITE_OK);
}

void Database::bind(sqlite3_stmt* statement, int position, Instant value) {
  bind(statement, position, static_cast<int64_t>(value.time_since_epoch().count()));
}

void Database::bind_null(sqlite3_stmt* statement, int position) {
  IRISIM_CHECK(sqlite3_bind_null(statement, position) == SQLITE_OK);
}

}  // namespace irisim::store
