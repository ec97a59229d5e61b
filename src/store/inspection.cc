#include "store/inspection.h"

#include <algorithm>

#include <sqlite3.h>

#include "store/schema.h"
#include "xml/document.h"

namespace irisim::store {
namespace {

constexpr char kSchema[] =
    "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name";
constexpr char kIntegrity[] = "PRAGMA integrity_check(1)";

// Years 1 to 9999: what can be written as a date.
#define IS_NO_TIME(column) " " column " NOT BETWEEN -62135596800000 AND 253402300799999"

Unfit damaged(std::string message) {
  return {Unfit::Kind::kDamaged, std::move(message)};
}

// What finds nothing in a world's state, and what its rows would be.
struct Rule {
  const char* sql;
  const char* message;
};
constexpr Rule kRules[] = {
    {"SELECT 1 WHERE (SELECT count(*) FROM world) <> 1", "it does not say what its clock is"},
    {"SELECT 1 FROM world WHERE" IS_NO_TIME("now") " OR" IS_NO_TIME("saved_at"),
     "the time of its clock"},
    {"SELECT 1 FROM counters WHERE value < 0", "a counter below 0"},
    {"SELECT 1 FROM (SELECT type, count(*) AS n FROM orders GROUP BY type) AS o"
     " LEFT JOIN counters ON kind = type WHERE n > coalesce(value, 0)",
     "more orders than were counted"},
    {"SELECT 1 FROM numbers WHERE tn NOT BETWEEN 2000000000 AND 9999999999"
     " OR status NOT BETWEEN 0 AND 4 OR" IS_NO_TIME("modified") " OR" IS_NO_TIME("in_service"),
     "a telephone number"},
    {"SELECT 1 FROM (SELECT account, tn / 1000, status, site, peer, count(*), sum(from_inventory)"
     " FROM numbers GROUP BY 1, 2, 3, 4, 5 EXCEPT SELECT account, npa_nxx_x, status, site, peer,"
     " count, from_inventory FROM number_counts)",
     "the counts of telephone numbers"},
    {"SELECT 1 WHERE (SELECT count(*) FROM numbers) <>"
     " (SELECT coalesce(sum(count), 0) FROM number_counts WHERE count > 0)",
     "the counts of telephone numbers"},
    {"SELECT 1 FROM number_counts WHERE count < 0 OR npa_nxx_x NOT BETWEEN 0 AND 9999999",
     "the counts of telephone numbers"},
    {"SELECT 1 FROM (SELECT account, tn / 10000000, status, site, peer, count(*)"
     " FROM numbers GROUP BY 1, 2, 3, 4, 5 EXCEPT SELECT account, npa, status, site, peer, count"
     " FROM area_code_counts)",
     "the counts of area codes"},
    {"SELECT 1 FROM area_code_counts WHERE count < 0 OR npa NOT BETWEEN 0 AND 999",
     "the counts of area codes"},
    {"SELECT 1 FROM orders WHERE" IS_NO_TIME("created") " OR" IS_NO_TIME("modified"),
     "the time of an order"},
    {"SELECT 1 FROM history WHERE" IS_NO_TIME("at"), "the time of a history entry"},
    {"SELECT 1 FROM notes WHERE" IS_NO_TIME("modified"), "the time of a note"},
    {"SELECT 1 FROM timers WHERE" IS_NO_TIME("due"), "the time of a timer"},
    {"SELECT 1 FROM timers WHERE (due IS NULL) = (polls IS NULL) OR polls <= 0",
     "what a timer waits for"},
    {"SELECT 1 FROM steps WHERE count <= 0", "how often an order has taken a step"},
    {"SELECT 1 FROM timers WHERE order_row NOT IN (SELECT row FROM orders)",
     "a timer of an order that is not there"},
    {"SELECT 1 FROM order_numbers WHERE order_row NOT IN (SELECT row FROM orders)",
     "a number of an order that is not there"},
    {"SELECT 1 FROM subscriptions WHERE (order_type = '') = (event_type = '')"
     " OR (order_type = '' AND order_id <> '') OR" IS_NO_TIME("expires"),
     "a subscription"},
    {"SELECT 1 FROM deliveries WHERE (state IN ('waiting', 'due', 'sending') AND due IS NULL)"
     " OR tries < 0 OR" IS_NO_TIME("created") " OR" IS_NO_TIME("due"),
     "a delivery"},
    {"SELECT 1 FROM attempts WHERE delivery NOT IN (SELECT row FROM deliveries)"
     " OR status NOT BETWEEN 0 AND 999 OR" IS_NO_TIME("at"),
     "an attempt of a delivery"},
    {"SELECT 1 FROM mails WHERE id < 1 OR" IS_NO_TIME("sent"), "an e-mail"},
    {"SELECT 1 WHERE (SELECT coalesce(max(id), 0) FROM mails) >"
     " coalesce((SELECT value FROM counters WHERE kind = 'mail'), 0)",
     "more e-mails than were counted"},
    {"SELECT 1 FROM mails WHERE delivery IS NOT NULL AND delivery NOT IN (SELECT row FROM "
     "deliveries)",
     "an e-mail of a delivery that is not there"},
    {"SELECT 1 FROM notices WHERE" IS_NO_TIME("at") " OR" IS_NO_TIME("due"),
     "what a digest will tell"},
    {"SELECT 1 FROM validation_endpoints WHERE url = ''", "an endpoint without a URL"},
    {"SELECT 1 FROM validations WHERE order_row NOT IN (SELECT row FROM orders)"
     " OR delivery NOT IN (SELECT row FROM deliveries WHERE kind = 'validation')",
     "the validation of an order"},
    {"SELECT 1 FROM objections WHERE code NOT BETWEEN 1 AND 99999"
     " OR delivery NOT IN (SELECT delivery FROM validations)",
     "an objection to an order"},
};

constexpr char kDocuments[] =
    "SELECT document FROM sites UNION ALL SELECT document FROM sip_peers UNION ALL"
    " SELECT document FROM peer_settings UNION ALL SELECT document FROM applications UNION ALL"
    " SELECT document FROM subscriptions UNION ALL SELECT document FROM orders UNION ALL SELECT "
    "settings FROM numbers WHERE settings <> ''";

// SQL over a file that may be damaged: unlike Database, this takes an error of SQLite for an
// answer.
class Query {
 public:
  Query(sqlite3* connection, const char* sql) : connection_(connection) {
    code_ = sqlite3_prepare_v2(connection, sql, -1, &statement_, nullptr);
  }
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query() { sqlite3_finalize(statement_); }

  bool next() {
    if (code_ == SQLITE_OK || code_ == SQLITE_ROW) code_ = sqlite3_step(statement_);
    return code_ == SQLITE_ROW;
  }
  std::string_view text(int column) const {
    const void* data = sqlite3_column_blob(statement_, column);
    const auto size = static_cast<size_t>(sqlite3_column_bytes(statement_, column));
    return data == nullptr ? std::string_view()
                           : std::string_view(static_cast<const char*>(data), size);
  }

  // After the last row: what went wrong.
  std::optional<Unfit> error() const {
    if (code_ == SQLITE_DONE) return std::nullopt;
    if (code_ == SQLITE_BUSY) return Unfit{Unfit::Kind::kForeign, "is in use by another process"};
    return damaged(std::string("is damaged: ") + sqlite3_errmsg(connection_));
  }

 private:
  sqlite3* connection_;
  sqlite3_stmt* statement_ = nullptr;
  int code_ = SQLITE_OK;
};

void set_guards(sqlite3* connection, bool on) {
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, on ? 0 : 1, nullptr);
}

// One line for each table, index and trigger.
Result<std::string, Unfit> schema_of(sqlite3* connection) {
  constexpr int kColumns = 4;
  std::string schema;
  Query query(connection, kSchema);
  while (query.next()) {
    for (int i = 0; i < kColumns; ++i) (schema += query.text(i)) += '\0';
  }
  if (auto error = query.error()) return std::move(*error);
  return schema;
}

const std::string& our_schema() {
  static const std::string schema = [] {
    const Database database(empty_image());
    return *schema_of(database.connection());
  }();
  return schema;
}

std::optional<Unfit> inspect_schema(sqlite3* connection) {
  const Result<std::string, Unfit> schema = schema_of(connection);
  if (!schema) return schema.error();
  if (*schema != our_schema())
    return Unfit{Unfit::Kind::kForeign, "has tables, indexes or triggers that are not irisim's"};
  return std::nullopt;
}

std::optional<Unfit> inspect_pages(sqlite3* connection) {
  Query query(connection, kIntegrity);
  while (query.next()) {
    if (query.text(0) != "ok") return damaged("is damaged: " + std::string(query.text(0)));
  }
  return query.error();
}

std::optional<Unfit> inspect_rows(sqlite3* connection) {
  for (const Rule& rule : kRules) {
    Query query(connection, rule.sql);
    if (query.next()) return damaged(std::string("holds what no world does: ") + rule.message);
    if (auto error = query.error()) return error;
  }
  Query query(connection, kDocuments);
  while (query.next()) {
    const auto document = xml::Document::parse(query.text(0));
    if (!document) {
      return damaged("holds what no world does: a document that is no XML: " +
                     xml::describe(document.error()));
    }
  }
  return query.error();
}

std::optional<Unfit> inspect_types(sqlite3* connection, std::span<const std::string> types) {
  Query query(connection, "SELECT DISTINCT type FROM orders");
  while (query.next()) {
    if (std::ranges::find(types, query.text(0)) != types.end()) continue;
    return Unfit{Unfit::Kind::kForeign, "has orders of the type '" + std::string(query.text(0)) +
                                            "', for which there is no lifecycle"};
  }
  return query.error();
}

}  // namespace

std::optional<Unfit> inspect(const Database& database, std::span<const std::string> order_types) {
  sqlite3* connection = database.connection();
  set_guards(connection, true);
  std::optional<Unfit> error = inspect_schema(connection);
  if (!error) error = inspect_pages(connection);
  if (!error) error = inspect_rows(connection);
  if (!error) error = inspect_types(connection, order_types);
  set_guards(connection, false);
  return error;
}

}  // namespace irisim::store
