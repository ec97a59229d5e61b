#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/time.h"

struct sqlite3;
struct sqlite3_stmt;

namespace irisim::store {

// Rows of a running statement. Values are bound by position in the call that made it. Lives shorter
// than the database, and not across another use of the same statement.
class Rows {
 public:
  explicit Rows(sqlite3_stmt* statement) : statement_(statement) {}
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;
  ~Rows();

  bool next();

  bool is_null(int column) const;
  int64_t number(int column) const;
  std::string text(int column) const;  // also for blobs
  Instant instant(int column) const { return Instant(Millis(number(column))); }

 private:
  sqlite3_stmt* statement_;
};

// An SQLite database in memory. Not thread-safe: used under its world's lock. SQL comes only from
// constants of ours, so that an error of SQLite is a bug and ends the process.
class Database {
 public:
  Database();
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // Runs statements that give no rows and take no values.
  void execute(const char* sql);

  // Runs a statement that is prepared once and kept. The text must be a constant: its address is
  // the key.
  template <class... Values>
  Rows query(const char* sql, const Values&... values) {
    sqlite3_stmt* statement = prepared(sql);
    int position = 0;
    (bind(statement, ++position, values), ...);
    return Rows(statement);
  }

  // Likewise for a statement that gives no rows.
  template <class... Values>
  void run(const char* sql, const Values&... values) {
    query(sql, values...).next();
  }

  int64_t last_row() const;

 private:
  sqlite3_stmt* prepared(const char* sql);
  static void bind(sqlite3_stmt* statement, int position, int64_t value);
  static void bind(sqlite3_stmt* statement, int position, std::string_view value);
  static void bind(sqlite3_stmt* statement, int position, Instant value);
  static void bind_null(sqlite3_stmt* statement, int position);
  template <class T>
  static void bind(sqlite3_stmt* statement, int position, const std::optional<T>& value) {
    value ? bind(statement, position, *value) : bind_null(statement, position);
  }

  sqlite3* connection_ = nullptr;
  std::unordered_map<const char*, sqlite3_stmt*> statements_;
};

}  // namespace irisim::store
