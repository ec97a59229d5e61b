#include "store/subscriptions.h"

namespace irisim::store {
namespace {

#define COLUMNS "id, order_type, order_id, event_type, receiver, expires, status, document"
#define IS_IN_FORCE "(expires IS NULL OR expires > ?2)"

constexpr char kAdd[] =
    "INSERT INTO subscriptions (account, " COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char kUpdate[] =
    "UPDATE subscriptions SET order_type = ?3, order_id = ?4, event_type = ?5, receiver = ?6,"
    " expires = ?7, status = ?8, document = ?9 WHERE account = ?1 AND id = ?2";
constexpr char kFind[] =
    "SELECT " COLUMNS " FROM subscriptions WHERE account = ?1 AND " IS_IN_FORCE " AND id = ?3";
constexpr char kList[] =
    "SELECT " COLUMNS " FROM subscriptions WHERE account = ?1 AND " IS_IN_FORCE
    " AND (?3 = '' OR order_type = ?3) AND (?4 = '' OR order_id = ?4) ORDER BY row";
constexpr char kHasEqual[] =
    "SELECT 1 FROM subscriptions WHERE account = ?1 AND " IS_IN_FORCE
    " AND id <> ?3 AND order_type = ?4 AND order_id = ?5 AND event_type = ?6 AND receiver = ?7";
constexpr char kCountGlobal[] =
    "SELECT count(*) FROM subscriptions WHERE account = ?1 AND " IS_IN_FORCE
    " AND id <> ?3 AND order_type = ?4 AND order_id = ''";

#undef IS_IN_FORCE
#undef COLUMNS

Subscription read_subscription(const Rows& rows) {
  Subscription subscription{rows.text(0), rows.text(1), rows.text(2), rows.text(3),
                            rows.text(4), {},           rows.text(6), rows.text(7)};
  if (!rows.is_null(5)) subscription.expires = rows.instant(5);
  return subscription;
}

}  // namespace

void Subscriptions::add(std::string_view account, const Subscription& s) {
  database_.run(kAdd, account, s.id, s.order_type, s.order_id, s.event_type, s.receiver, s.expires,
                s.status, s.document);
}

void Subscriptions::update(std::string_view account, const Subscription& s) {
  database_.run(kUpdate, account, s.id, s.order_type, s.order_id, s.event_type, s.receiver,
                s.expires, s.status, s.document);
}

void Subscriptions::remove(std::string_view account, std::string_view id) {
  database_.run("DELETE FROM subscriptions WHERE account = ? AND id = ?", account, id);
}

void Subscriptions::remove_expired(Instant now) {
  database_.run("DELETE FROM subscriptions WHERE expires <= ?", now);
}

std::optional<Subscription> Subscriptions::find(std::string_view account, std::string_view id,
                                                Instant now) {
  Rows rows = database_.query(kFind, account, now, id);
  if (!rows.next()) return std::nullopt;
  return read_subscription(rows);
}

std::vector<Subscription> Subscriptions::list(std::string_view account,
                                              const SubscriptionFilter& filter, Instant now) {
  std::vector<Subscription> result;
  Rows rows = database_.query(kList, account, now, filter.order_type, filter.order_id);
  while (rows.next()) result.push_back(read_subscription(rows));
  return result;
}

bool Subscriptions::has_equal(std::string_view account, const Subscription& s, Instant now) {
  return database_
      .query(kHasEqual, account, now, s.id, s.order_type, s.order_id, s.event_type, s.receiver)
      .next();
}

int64_t Subscriptions::count_global(std::string_view account, const Subscription& except,
                                    Instant now) {
  Rows rows = database_.query(kCountGlobal, account, now, except.id, except.order_type);
  rows.next();
  return rows.number(0);
}

}  // namespace irisim::store
