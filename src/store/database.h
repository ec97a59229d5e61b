#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/time.h"
#include "store/file_lock.h"

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
  double real(int column) const;
  std::string text(int column) const;  // also for blobs
  Instant instant(int column) const { return Instant(Millis(number(column))); }

 private:
  sqlite3_stmt* statement_;
};

// An SQLite database, in memory or in a file. Not thread-safe: used under its world's lock. SQL
// comes only from constants of ours, so that an error of SQLite is a bug and ends the process. So
// does a disk that fails or is full, after a line that says so: what was committed is in the file.
class Database {
 public:
  Database();  // an empty one, in memory

  // A copy of what image() gave, or of a file, in memory. The bytes may be anything: until set_up()
  // nothing may be done with it but to inspect it (inspection.h).
  explicit Database(std::string_view image);

  // A file that exists. It is only read until set_up(); the same holds. Null when SQLite cannot
  // open it.
  static std::unique_ptr<Database> open(const std::string& path);

  // What is in a file is complete then, and in the file alone.
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // From here on changes can be made.
  void set_up();

  bool is_in_file() const { return is_in_file_; }

  // Keeps the lock until the file is closed.
  void hold(FileLock lock) { lock_ = std::move(lock); }

  // As SQLite keeps it in a file.
  std::string image() const;

  // Makes this a copy of the other one, in one transaction.
  void become(const Database& other);

  // For the files of this folder that ask more of SQLite.
  sqlite3* connection() const { return connection_; }

  // Runs statements that give no rows and take no values.
  void execute(const char* sql) const;

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
  Database(sqlite3* connection, bool is_in_file)
      : connection_(connection), is_in_file_(is_in_file) {}

  sqlite3_stmt* prepared(const char* sql);
  static void bind(sqlite3_stmt* statement, int position, int64_t value);
  static void bind(sqlite3_stmt* statement, int position, double value);
  static void bind(sqlite3_stmt* statement, int position, std::string_view value);
  static void bind(sqlite3_stmt* statement, int position, Instant value);
  static void bind_null(sqlite3_stmt* statement, int position);
  template <class T>
  static void bind(sqlite3_stmt* statement, int position, const std::optional<T>& value) {
    value ? bind(statement, position, *value) : bind_null(statement, position);
  }

  sqlite3* connection_ = nullptr;
  std::optional<FileLock> lock_;
  bool is_in_file_ = false;
  bool is_set_up_ = false;
  std::unordered_map<const char*, sqlite3_stmt*> statements_;
};

}  // namespace irisim::store
