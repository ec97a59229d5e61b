#include "store/subscriptions.h"

#include <algorithm>
#include <iterator>

#include "base/check.h"

namespace irisim::store {
namespace {

#define COLUMNS "id, order_type, order_id, event_type, channel, receiver, expires, status, document"
#define IS_IN_FORCE "(expires IS NULL OR expires > ?2)"

constexpr char kAdd[] =
    "INSERT INTO subscriptions (account, " COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char kUpdate[] =
    "UPDATE subscriptions SET order_type = ?3, order_id = ?4, event_type = ?5, channel = ?6,"
    " receiver = ?7, expires = ?8, status = ?9, document = ?10 WHERE account = ?1 AND id = ?2";
constexpr char kFind[] =
    "SELECT " COLUMNS " FROM subscriptions WHERE account = ?1 AND " IS_IN_FORCE " AND id = ?3";
constexpr char kList[] =
    "SELECT " COLUMNS " FROM subscriptions WHERE account = ?1 AND " IS_IN_FORCE
    " AND (?3 = '' OR order_type = ?3) AND (?4 = '' OR order_id = ?4) ORDER BY row";
constexpr char kOfOrder[] =
    "SELECT " COLUMNS " FROM subscriptions WHERE account = ?1 AND " IS_IN_FORCE
    " AND order_type = ?3 AND order_id IN ('', ?4) ORDER BY row";
constexpr char kOfEvent[] =
    "SELECT " COLUMNS " FROM subscriptions WHERE account = ?1 AND " IS_IN_FORCE
    " AND order_type = '' AND event_type = ?3 ORDER BY row";
constexpr char kHasEqual[] =
    "SELECT 1 FROM subscriptions WHERE account = ?1 AND " IS_IN_FORCE
    " AND id <> ?3 AND order_type = ?4 AND order_id = ?5 AND event_type = ?6 AND receiver = ?7";
constexpr char kCountGlobal[] =
    "SELECT count(*) FROM subscriptions WHERE account = ?1 AND " IS_IN_FORCE
    " AND id <> ?3 AND order_type = ?4 AND order_id = ''";

#undef IS_IN_FORCE
#undef COLUMNS

constexpr std::string_view kChannels[] = {"call", "mail", "digest"};  // by Channel

std::string_view name_of(Subscription::Channel channel) {
  return kChannels[static_cast<size_t>(channel)];
}

Subscription::Channel channel_of(std::string_view name) {
  const auto found = std::ranges::find(kChannels, name);
  IRISIM_CHECK(found != std::end(kChannels));
  return static_cast<Subscription::Channel>(found - std::begin(kChannels));
}

Subscription read_subscription(const Rows& rows) {
  Subscription subscription;
  subscription.id = rows.text(0);
  subscription.order_type = rows.text(1);
  subscription.order_id = rows.text(2);
  subscription.event_type = rows.text(3);
  subscription.channel = channel_of(rows.text(4));
  subscription.receiver = rows.text(5);
  if (!rows.is_null(6)) subscription.expires = rows.instant(6);
  subscription.status = rows.text(7);
  subscription.document = rows.text(8);
  return subscription;
}

std::vector<Subscription> read_all(Rows rows) {
  std::vector<Subscription> result;
  while (rows.next()) result.push_back(read_subscription(rows));
  return result;
}

}  // namespace

void Subscriptions::add(std::string_view account, const Subscription& s) {
  database_.run(kAdd, account, s.id, s.order_type, s.order_id, s.event_type, name_of(s.channel),
                s.receiver, s.expires, s.status, s.document);
}

void Subscriptions::update(std::string_view account, const Subscription& s) {
  database_.run(kUpdate, account, s.id, s.order_type, s.order_id, s.event_type, name_of(s.channel),
                s.receiver, s.expires, s.status, s.document);
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
  return read_all(database_.query(kList, account, now, filter.order_type, filter.order_id));
}

std::vector<Subscription> Subscriptions::of_order(std::string_view account,
                                                  std::string_view order_type,
                                                  std::string_view order_id, Instant now) {
  return read_all(database_.query(kOfOrder, account, now, order_type, order_id));
}

std::vector<Subscription> Subscriptions::of_event(std::string_view account,
                                                  std::string_view event_type, Instant now) {
  return read_all(database_.query(kOfEvent, account, now, event_type));
}

void Subscriptions::set_status(std::string_view account, std::string_view id,
                               std::string_view status) {
  database_.run("UPDATE subscriptions SET status = ? WHERE account = ? AND id = ?", status, account,
                id);
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
