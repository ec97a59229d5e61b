#include "store/orders.h"

namespace irisim::store {
namespace {

constexpr char kInsert[] =
    "INSERT INTO orders (id, type, account, site, peer, vendor, status, holds_numbers, "
    "customer_order_id, billing_tn, pon, scenario, user, modified_by, created, modified, document)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char kUpdate[] =
    "UPDATE orders SET site = ?2, peer = ?3, status = ?4, holds_numbers = ?5, customer_order_id = "
    "?6, billing_tn = ?7,"
    " modified_by = ?8, modified = ?9, document = ?10, vendor = ?11, scenario = ?12 WHERE row = ?1";
constexpr const char* kRemovals[] = {
    "DELETE FROM order_numbers WHERE order_row = ?",
    "DELETE FROM history WHERE order_row = ?",
    "DELETE FROM notes WHERE order_row = ?",
    "DELETE FROM files WHERE order_row = ?",
    "DELETE FROM timers WHERE order_row = ?",
    "DELETE FROM steps WHERE order_row = ?",
    "DELETE FROM orders WHERE row = ?",
};

#define ORDER_COLUMNS                                                                        \
  "o.row, o.id, o.type, o.account, o.site, o.peer, o.vendor, o.status, o.holds_numbers, "    \
  "o.customer_order_id, o.billing_tn, o.pon, o.scenario, o.user, o.modified_by, o.created, " \
  "o.modified, "                                                                             \
  "o.document"
constexpr char kFindByRow[] = "SELECT " ORDER_COLUMNS " FROM orders o WHERE o.row = ?";
constexpr char kFindById[] = "SELECT " ORDER_COLUMNS " FROM orders o WHERE o.id = ?";

constexpr char kOfNumber[] =
    "SELECT " ORDER_COLUMNS
    " FROM orders o WHERE o.row IN (SELECT order_row FROM order_numbers WHERE tn = ?)"
    " ORDER BY o.row";

// A list is driven by its most selective criterion, each with an index of its own; the rest narrows
// it down. `h` is the last thing that happened to the order on the wanted day.
#define ORDER_LIST(DRIVER)                                                                         \
  " FROM " DRIVER                                                                                  \
  " LEFT JOIN history h ON ?9 IS NOT NULL AND h.order_row = o.row AND h.entry = ("                 \
  "  SELECT max(x.entry) FROM history x WHERE x.order_row = o.row AND x.at >= ?9 AND x.at < ?10)"  \
  " WHERE o.type = ?1 AND (?2 IS NULL OR o.account = ?2) AND (?3 IS NULL OR o.site = ?3)"          \
  " AND (?4 IS NULL OR instr(?4, '|' || coalesce(h.status, o.status) || '|')) AND (?5 IS NULL OR " \
  "o.status <> ?5)"                                                                                \
  " AND (?6 IS NULL OR o.modified >= ?6) AND (?7 IS NULL OR o.modified < ?7)"                      \
  " AND (?9 IS NULL OR h.entry IS NOT NULL)"                                                       \
  " AND (?11 IS NULL OR o.customer_order_id = ?11) AND (?12 IS NULL OR o.billing_tn = ?12)"        \
  " AND (?13 IS NULL OR o.pon = ?13) AND (?14 IS NULL OR o.row IN"                                 \
  "  (SELECT order_row FROM order_numbers WHERE tn = ?14)) AND o.row >= ?8"                        \
  " AND (?15 IS NULL OR o.user = ?15) AND (?16 IS NULL OR o.vendor = ?16)"                         \
  " AND (?17 IS NULL OR o.created >= ?17) AND (?18 IS NULL OR o.created < ?18)"                    \
  " AND (?19 IS NULL OR substr(o.id, 1, length(?19)) = ?19)"

#define ORDER_QUERIES(DRIVER)                                                      \
  {                                                                                \
    "SELECT " ORDER_COLUMNS                                                        \
    ", h.status, h.at, (SELECT count(*) FROM order_numbers n WHERE n.order_row = " \
    "o.row)" ORDER_LIST(DRIVER) " ORDER BY o.row LIMIT ?20",                       \
        "SELECT count(*)" ORDER_LIST(DRIVER)                                       \
  }

struct ListQueries {
  const char* list;
  const char* count;
};
constexpr ListQueries kByAccount = ORDER_QUERIES(
    "(SELECT * FROM orders INDEXED BY orders_by_account WHERE account = ?2 AND type = ?1) o");
constexpr ListQueries kByCustomerOrderId =
    ORDER_QUERIES("(SELECT * FROM orders WHERE customer_order_id = ?11) o");
constexpr ListQueries kByBillingTn =
    ORDER_QUERIES("(SELECT * FROM orders WHERE billing_tn = ?12) o");
constexpr ListQueries kByPon = ORDER_QUERIES("(SELECT * FROM orders WHERE pon = ?13) o");
constexpr ListQueries kByNumber = ORDER_QUERIES(
    "(SELECT * FROM orders WHERE row IN (SELECT order_row FROM order_numbers WHERE tn = ?14)) o");
constexpr ListQueries kByIdPrefix = ORDER_QUERIES(
    "(SELECT * FROM orders WHERE id >= ?19 AND id < ?19 || 'g') o");  // ids are hexadecimal
constexpr ListQueries kAll = ORDER_QUERIES("orders o");
#undef ORDER_QUERIES
#undef ORDER_LIST
#undef ORDER_COLUMNS

#define NUMBERS_OF_ORDERS                                                                   \
  " FROM orders o INDEXED BY orders_by_account JOIN order_numbers n ON n.order_row = o.row" \
  " WHERE o.account = ?1 AND o.type = ?2 AND (?3 IS NULL OR o.created >= ?3)"               \
  " AND (?4 IS NULL OR o.created < ?4) AND (?5 IS NULL OR o.status <> ?5)"
constexpr char kListNumbers[] =
    "SELECT DISTINCT n.tn" NUMBERS_OF_ORDERS " AND n.tn >= ?6 ORDER BY n.tn LIMIT ?7";
constexpr char kCountNumbers[] = "SELECT count(DISTINCT n.tn)" NUMBERS_OF_ORDERS;
#undef NUMBERS_OF_ORDERS

const ListQueries& queries_for(const OrderFilter& filter) {
  if (filter.id_prefix) return kByIdPrefix;
  if (filter.customer_order_id) return kByCustomerOrderId;
  if (filter.pon) return kByPon;
  if (filter.order_tn) return kByNumber;
  if (filter.billing_tn) return kByBillingTn;
  return filter.account ? kByAccount : kAll;
}

std::optional<std::string> optional_text(const Rows& rows, int column) {
  if (rows.is_null(column)) return std::nullopt;
  return rows.text(column);
}

Order read_order(const Rows& rows) {
  Order order;
  int column = 0;
  order.row = rows.number(column++);
  order.id = rows.text(column++);
  order.type = rows.text(column++);
  order.account = rows.text(column++);
  order.site = rows.text(column++);
  order.peer = rows.text(column++);
  order.vendor = rows.text(column++);
  order.status = rows.text(column++);
  order.holds_numbers = rows.number(column++) != 0;
  order.customer_order_id = optional_text(rows, column++);
  order.billing_tn = optional_text(rows, column++);
  order.pon = rows.text(column++);
  order.scenario = rows.text(column++);
  order.user = rows.text(column++);
  order.modified_by = rows.text(column++);
  order.created = rows.instant(column++);
  order.modified = rows.instant(column++);
  order.document = rows.text(column++);
  return order;
}

constexpr int kOrderColumns = 18;

// "|FOC|COMPLETE|", to look for a state in.
std::optional<std::string> statuses_of(const OrderFilter& filter) {
  if (filter.statuses.empty()) return std::nullopt;
  std::string text = "|";
  for (const std::string& status : filter.statuses) text += status + "|";
  return text;
}

// The texts of the filter and `statuses` must live as long as the rows are read.
template <class... Rest>
Rows start(Database& database, const char* sql, const OrderFilter& f,
           const std::optional<std::string>& statuses, int64_t first_row, const Rest&... rest) {
  std::optional<Instant> day, next_day;
  if (f.date) {
    day = Instant(*f.date);
    next_day = Instant(*f.date + std::chrono::days(1));
  }
  return database.query(sql, f.type, f.account, f.site, statuses, f.not_status, f.modified_from,
                        f.modified_before, first_row, day, next_day, f.customer_order_id,
                        f.billing_tn, f.pon, f.order_tn, f.user, f.vendor, f.created_from,
                        f.created_before, f.id_prefix, rest...);
}

}  // namespace

void Orders::insert(Order& order) {
  database_.run(kInsert, order.id, order.type, order.account, order.site, order.peer, order.vendor,
                order.status, int64_t{order.holds_numbers}, order.customer_order_id,
                order.billing_tn, order.pon, order.scenario, order.user, order.modified_by,
                order.created, order.modified, order.document);
  order.row = database_.last_row();
}

void Orders::update(const Order& order) {
  database_.run(kUpdate, order.row, order.site, order.peer, order.status,
                int64_t{order.holds_numbers}, order.customer_order_id, order.billing_tn,
                order.modified_by, order.modified, order.document, order.vendor, order.scenario);
}

void Orders::remove(int64_t row) {
  for (const char* removal : kRemovals) database_.run(removal, row);
}

std::vector<Orders::Kind> Orders::kinds() {
  Rows rows = database_.query(
      "SELECT DISTINCT type, status, scenario FROM orders ORDER BY type, status, scenario");
  std::vector<Kind> found;
  while (rows.next()) found.push_back({rows.text(0), rows.text(1), rows.text(2)});
  return found;
}

void Orders::set_holding(const Kind& kind, bool holds_numbers) {
  database_.run(
      "UPDATE orders SET holds_numbers = ?4 WHERE type = ?1 AND status = ?2 AND scenario = ?3"
      " AND holds_numbers <> ?4",
      kind.type, kind.status, kind.scenario, int64_t{holds_numbers});
}

std::vector<int64_t> Orders::without_timer(const Kind& kind) {
  Rows rows = database_.query(
      "SELECT row FROM orders WHERE type = ? AND status = ? AND scenario = ?"
      " AND row NOT IN (SELECT order_row FROM timers) ORDER BY row",
      kind.type, kind.status, kind.scenario);
  std::vector<int64_t> found;
  while (rows.next()) found.push_back(rows.number(0));
  return found;
}

std::optional<Order> Orders::find(int64_t row) {
  Rows rows = database_.query(kFindByRow, row);
  if (!rows.next()) return std::nullopt;
  return read_order(rows);
}

std::optional<Order> Orders::find(std::string_view id) {
  Rows rows = database_.query(kFindById, id);
  if (!rows.next()) return std::nullopt;
  return read_order(rows);
}

std::vector<ListedOrder> Orders::list(const OrderFilter& filter) {
  std::vector<ListedOrder> result;
  const std::optional<std::string> statuses = statuses_of(filter);
  Rows rows =
      start(database_, queries_for(filter).list, filter, statuses, filter.first_row, filter.limit);
  while (rows.next()) {
    ListedOrder& listed = result.emplace_back();
    listed.order = read_order(rows);
    if (!rows.is_null(kOrderColumns)) {
      listed.order.status = rows.text(kOrderColumns);
      listed.order.modified = rows.instant(kOrderColumns + 1);
    }
    listed.count_of_numbers = rows.number(kOrderColumns + 2);
  }
  return result;
}

int64_t Orders::count(const OrderFilter& filter) {
  const std::optional<std::string> statuses = statuses_of(filter);
  Rows rows = start(database_, queries_for(filter).count, filter, statuses, 0);
  rows.next();
  return rows.number(0);
}

std::vector<StateCount> Orders::count_by_state() {
  std::vector<StateCount> counts;
  Rows rows = database_.query(
      "SELECT type, status, count(*) FROM orders GROUP BY type, status ORDER BY type, status");
  while (rows.next()) counts.push_back({rows.text(0), rows.text(1), rows.number(2)});
  return counts;
}

std::vector<std::string> Orders::list_numbers(const OrderFilter& f, std::string_view first,
                                              int64_t limit) {
  std::vector<std::string> result;
  Rows rows = database_.query(kListNumbers, f.account, f.type, f.modified_from, f.modified_before,
                              f.not_status, first, limit);
  while (rows.next()) result.push_back(rows.text(0));
  return result;
}

int64_t Orders::count_numbers(const OrderFilter& f) {
  Rows rows = database_.query(kCountNumbers, f.account, f.type, f.modified_from, f.modified_before,
                              f.not_status);
  rows.next();
  return rows.number(0);
}

void Orders::set_numbers(int64_t row, std::span<const std::string> numbers) {
  database_.run("DELETE FROM order_numbers WHERE order_row = ?", row);
  add_numbers(row, numbers);
}

void Orders::add_numbers(int64_t row, std::span<const std::string> numbers) {
  int64_t position = 0;
  for (const std::string& number : numbers) {
    database_.run("INSERT INTO order_numbers (order_row, position, tn) VALUES (?, ?, ?)", row,
                  position++, number);
  }
}

std::vector<std::string> Orders::numbers(int64_t row) {
  std::vector<std::string> result;
  Rows rows =
      database_.query("SELECT tn FROM order_numbers WHERE order_row = ? ORDER BY position", row);
  while (rows.next()) result.push_back(rows.text(0));
  return result;
}

std::vector<Order> Orders::of_number(std::string_view number) {
  std::vector<Order> result;
  Rows rows = database_.query(kOfNumber, number);
  while (rows.next()) result.push_back(read_order(rows));
  return result;
}

bool Orders::is_held(std::string_view number, std::string_view type, int64_t except_row) {
  Rows rows = database_.query(
      "SELECT 1 FROM order_numbers n JOIN orders o ON o.row = n.order_row"
      " WHERE n.tn = ? AND o.type = ? AND o.holds_numbers AND o.row <> ? LIMIT 1",
      number, type, except_row);
  return rows.next();
}

bool Orders::any_under_way(std::string_view account, std::string_view peer) {
  return database_
      .query("SELECT 1 FROM orders WHERE account = ? AND peer = ? AND holds_numbers LIMIT 1",
             account, peer)
      .next();
}

}  // namespace irisim::store
