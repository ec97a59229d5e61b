#include "store/database.h"

#include <algorithm>
#include <cstdlib>

#include <sqlite3.h>

#include "base/check.h"
#include "base/log.h"
#include "store/file_head.h"

namespace irisim::store {
namespace {

// Where a page of 4 KB is written, that much is copied for the rollback: with 16 KB a create takes
// a fifth longer. (A plain ":memory:" database keeps each page in its cache and looks through all
// of them at each commit; an image has no more in its cache than a file.)
constexpr char kInMemory[] =
    "PRAGMA page_size = 4096; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;"
    "PRAGMA temp_store = MEMORY; PRAGMA locking_mode = EXCLUSIVE";

// A commit is one write to the log beside the file. It is with the kernel then, and so outlives the
// process whatever ends it; to outlive a power failure it would have to wait for the disk. That it
// does only when the log, at 32 MB, goes into the file, so that a power failure takes the last
// changes and not the file.
constexpr char kInFile[] =
    "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
    "PRAGMA wal_autocheckpoint = 8192; PRAGMA temp_store = MEMORY";

// The log into the file, and the log away.
constexpr char kClose[] = "PRAGMA journal_mode = DELETE";

// What a world can hold: the most that SQLite allocates at once.
constexpr sqlite3_int64 kLargestImage = 0x7ffffeff;

[[noreturn]] void fail(sqlite3* connection) {
  switch (sqlite3_errcode(connection)) {
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_NOMEM: {
      const char* file = sqlite3_db_filename(connection, "main");
      const bool is_file = file != nullptr && *file == '/';  // in memory: a name of SQLite's
      log(std::string(is_file ? file : "a world in memory") +
          " cannot grow or be written: " + sqlite3_errmsg(connection));
      std::_Exit(1);
    }
    default:
      log(std::string("SQLite: ") + sqlite3_errmsg(connection));
      IRISIM_CHECK(false);
      std::abort();
  }
}

void check(sqlite3* connection, bool is_good) {
  if (!is_good) fail(connection);
}

// Once, before the first use of the library.
void configure() {
  static const bool configured = [] {
    // Without the count of all memory, which every allocation of every world would take a lock for.
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK &&
           sqlite3_config(SQLITE_CONFIG_MEMDB_MAXSIZE, kLargestImage) == SQLITE_OK;
  }();
  IRISIM_CHECK(configured);
}

// NOMUTEX: the world's lock already lets one thread in at a time. Null when there is no such file.
sqlite3* open_connection(const char* path, int flags) {
  configure();
  sqlite3* connection = nullptr;
  if (sqlite3_open_v2(path, &connection, flags | SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                      nullptr) == SQLITE_OK)
    return connection;
  sqlite3_close(connection);
  return nullptr;
}

}  // namespace

Rows::~Rows() {
  sqlite3_reset(statement_);
}

bool Rows::next() {
  const int code = sqlite3_step(statement_);
  check(sqlite3_db_handle(statement_), code == SQLITE_ROW || code == SQLITE_DONE);
  return code == SQLITE_ROW;
}

bool Rows::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

int64_t Rows::number(int column) const {
  return sqlite3_column_int64(statement_, column);
}

double Rows::real(int column) const {
  return sqlite3_column_double(statement_, column);
}

std::string Rows::text(int column) const {
  const void* data = sqlite3_column_blob(statement_, column);
  const auto size = static_cast<size_t>(sqlite3_column_bytes(statement_, column));
  return data == nullptr ? std::string() : std::string(static_cast<const char*>(data), size);
}

Database::Database() : Database(std::string_view()) {
  set_up();
}

// The library wants the bytes in memory of its own, and then has them.
Database::Database(std::string_view image)
    : connection_(open_connection(":memory:", SQLITE_OPEN_CREATE)) {
  IRISIM_CHECK(connection_ != nullptr);
  auto* bytes = static_cast<unsigned char*>(sqlite3_malloc64(std::max<size_t>(image.size(), 1)));
  IRISIM_CHECK(bytes != nullptr);
  std::ranges::copy(image, bytes);
  const auto size = static_cast<sqlite3_int64>(image.size());
  const int code =
      sqlite3_deserialize(connection_, "main", bytes, size, size,
                          SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
  IRISIM_CHECK(code == SQLITE_OK);
}

std::unique_ptr<Database> Database::open(const std::string& path) {
  sqlite3* connection = open_connection(path.c_str(), 0);
  if (connection == nullptr) return nullptr;
  // Reading and closing a file that is refused must leave nothing behind.
  sqlite3_exec(connection, "PRAGMA locking_mode = EXCLUSIVE", nullptr, nullptr, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  return std::unique_ptr<Database>(new Database(connection, true));
}

Database::~Database() {
  for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
  // A log that cannot be written back, on a full disk, stays and is read at the next start.
  if (is_in_file_ && is_set_up_) sqlite3_exec(connection_, kClose, nullptr, nullptr, nullptr);
  sqlite3_close(connection_);
}

void Database::set_up() {
  execute(is_in_file_ ? kInFile : kInMemory);
  if (is_in_file_) sqlite3_db_config(connection_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
  is_set_up_ = true;
}

std::string Database::image() const {
  sqlite3_int64 size = 0;
  unsigned char* bytes = sqlite3_serialize(connection_, "main", &size, 0);
  check(connection_, bytes != nullptr);
  std::string image(reinterpret_cast<const char*>(bytes), static_cast<size_t>(size));
  sqlite3_free(bytes);
  mark_as_closed(image);
  return image;
}

void Database::become(const Database& other) {
  sqlite3_backup* backup = sqlite3_backup_init(connection_, "main", other.connection_, "main");
  check(connection_, backup != nullptr);
  constexpr int kAllPages = -1;
  sqlite3_backup_step(backup, kAllPages);
  check(connection_, sqlite3_backup_finish(backup) == SQLITE_OK);
}

void Database::execute(const char* sql) const {
  check(connection_, sqlite3_exec(connection_, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
}

int64_t Database::last_row() const {
  return sqlite3_last_insert_rowid(connection_);
}

sqlite3_stmt* Database::prepared(const char* sql) {
  sqlite3_stmt*& statement = statements_[sql];
  if (statement == nullptr) {
    check(connection_, sqlite3_prepare_v3(connection_, sql, -1, SQLITE_PREPARE_PERSISTENT,
                                          &statement, nullptr) == SQLITE_OK);
  }
  IRISIM_CHECK(!sqlite3_stmt_busy(statement));
  return statement;
}

void Database::bind(sqlite3_stmt* statement, int position, int64_t value) {
  IRISIM_CHECK(sqlite3_bind_int64(statement, position, value) == SQLITE_OK);
}

void Database::bind(sqlite3_stmt* statement, int position, double value) {
  IRISIM_CHECK(sqlite3_bind_double(statement, position, value) == SQLITE_OK);
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
