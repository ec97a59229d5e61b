#include "store/outbox.h"

#include <algorithm>
#include <iterator>

#include "base/check.h"

namespace irisim::store {
namespace {

#define COLUMNS                                                                             \
  "row, kind, account, subscription, order_type, order_id, subject, body, created, state, " \
  "due, tries, yields, fault"
#define LANE                                                                                 \
  " FROM deliveries INDEXED BY deliveries_by_lane WHERE subscription = ?1 AND order_id = ?2" \
  " AND account = ?3 AND state IN ('waiting', 'due', 'sending')"
// OF_ORDER is for a filter that names an order: it alone has an index.
#define OF_ORDER " FROM deliveries INDEXED BY deliveries_by_order WHERE order_id = ?3"
#define OF_ANY " FROM deliveries WHERE ?3 IS NULL"
#define FITS                                                                \
  " AND (?1 IS NULL OR account = ?1) AND (?2 IS NULL OR subscription = ?2)" \
  " AND (?4 IS NULL OR subject = ?4) AND (?5 IS NULL OR kind = ?5)"         \
  " AND (?6 IS NULL OR state = ?6) AND row > ?7"

constexpr char kResume[] = "UPDATE deliveries SET state = 'due' WHERE state = 'sending'";
constexpr char kAdd[] =
    "INSERT INTO deliveries (kind, account, subscription, order_type, order_id, subject, body,"
    " created, state, due, tries, yields, fault)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char kIsLaneTaken[] = "SELECT 1" LANE " AND NOT yields LIMIT 1";
constexpr char kHasYielding[] = "SELECT 1" LANE " AND yields LIMIT 1";
// After ?4. One that is sent again is beside the others: when it ends, another one may be on its
// way. One that yields is the last, until one that came after it has ended.
constexpr char kNextOfLane[] =
    "SELECT row" LANE " AND (state = 'waiting' OR yields) AND NOT EXISTS (SELECT 1" LANE
    " AND state <> 'waiting' AND NOT yields) ORDER BY yields AND row > ?4, row LIMIT 1";
constexpr char kMakeNextDue[] =
    "UPDATE deliveries SET state = 'due', yields = yields AND row > ?2,"
    " due = iif(yields AND row < ?2, ?3, max(due, ?3)) WHERE row = ?1";
constexpr char kFind[] = "SELECT " COLUMNS " FROM deliveries WHERE row = ?";
constexpr char kList[] = "SELECT " COLUMNS OF_ANY FITS " ORDER BY row LIMIT ?8";
constexpr char kListOfOrder[] = "SELECT " COLUMNS OF_ORDER FITS " ORDER BY row LIMIT ?8";
constexpr char kCount[] = "SELECT count(*)" OF_ANY FITS;
constexpr char kCountOfOrder[] = "SELECT count(*)" OF_ORDER FITS;
constexpr char kNextDue[] =
    "SELECT due FROM deliveries INDEXED BY deliveries_by_due WHERE state = 'due'"
    " ORDER BY due, row LIMIT 1";
constexpr char kIsSending[] =
    "SELECT 1 FROM deliveries INDEXED BY deliveries_sending WHERE state = 'sending' LIMIT 1";
constexpr char kDue[] = "SELECT " COLUMNS
                        " FROM deliveries INDEXED BY deliveries_by_due"
                        " WHERE state = 'due' AND due <= ? ORDER BY due, row LIMIT ?";
constexpr char kSend[] = "UPDATE deliveries SET state = 'sending', yields = 0 WHERE row = ?";
constexpr char kMakeDue[] =
    "UPDATE deliveries SET state = 'due', due = ?2, tries = ?3, yields = 0 WHERE row = ?1";
constexpr char kEnd[] = "UPDATE deliveries SET state = ?2, due = NULL WHERE row = ?1";
constexpr char kAddAttempt[] =
    "INSERT INTO attempts SELECT ?1, count(*) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM attempts"
    " WHERE delivery = ?1";
constexpr char kAttempts[] =
    "SELECT at, url, user, status, reason, error, answer FROM attempts WHERE delivery = ? ORDER BY "
    "attempt";

#undef FITS
#undef OF_ANY
#undef OF_ORDER
#undef LANE
#undef COLUMNS

constexpr std::string_view kKinds[] = {"notification", "validation", "mail"};
constexpr std::string_view kStates[] = {"waiting", "due",     "sending",  "delivered",
                                        "failed",  "dropped", "cancelled"};

template <class Value, size_t kSize>
std::optional<Value> find_in(const std::string_view (&names)[kSize], std::string_view name) {
  const auto* found = std::ranges::find(names, name);
  if (found == std::end(names)) return std::nullopt;
  return static_cast<Value>(found - std::begin(names));
}

template <class Value>
std::optional<std::string> optional_name(const std::optional<Value>& value) {
  if (!value) return std::nullopt;
  return std::string(name_of(*value));
}

Delivery read_delivery(const Rows& rows) {
  Delivery delivery;
  delivery.row = rows.number(0);
  const std::optional<Delivery::Kind> kind = find_kind(rows.text(1));
  const std::optional<Delivery::State> state = find_state(rows.text(9));
  IRISIM_CHECK(kind && state);
  delivery.kind = *kind;
  delivery.account = rows.text(2);
  delivery.subscription = rows.text(3);
  delivery.order_type = rows.text(4);
  delivery.order_id = rows.text(5);
  delivery.subject = rows.text(6);
  delivery.body = rows.text(7);
  delivery.created = rows.instant(8);
  delivery.state = *state;
  if (!rows.is_null(10)) delivery.due = rows.instant(10);
  delivery.tries = static_cast<int>(rows.number(11));
  delivery.yields = rows.number(12) != 0;
  delivery.fault = rows.text(13);
  return delivery;
}

std::vector<Delivery> read_all(Rows rows) {
  std::vector<Delivery> deliveries;
  while (rows.next()) deliveries.push_back(read_delivery(rows));
  return deliveries;
}

}  // namespace

std::string_view name_of(Delivery::Kind kind) {
  return kKinds[static_cast<size_t>(kind)];
}

std::string_view name_of(Delivery::State state) {
  return kStates[static_cast<size_t>(state)];
}

std::optional<Delivery::Kind> find_kind(std::string_view name) {
  return find_in<Delivery::Kind>(kKinds, name);
}

std::optional<Delivery::State> find_state(std::string_view name) {
  return find_in<Delivery::State>(kStates, name);
}

std::vector<std::string> delivery_state_names() {
  return {std::begin(kStates), std::end(kStates)};
}

void Outbox::note_change() {
  ++changes_;
  is_known_ = false;
}

void Outbox::resume() {
  if (is_sending()) database_.run(kResume);
  note_change();
}

void Outbox::add(Delivery& d) {
  const bool waits = d.state == Delivery::State::kDue &&
                     database_.query(kIsLaneTaken, d.subscription, d.order_id, d.account).next();
  if (waits) d.state = Delivery::State::kWaiting;
  database_.run(kAdd, name_of(d.kind), d.account, d.subscription, d.order_type, d.order_id,
                d.subject, d.body, d.created, name_of(d.state), d.due, int64_t{d.tries},
                int64_t{d.yields}, d.fault);
  d.row = database_.last_row();
  note_change();
}

bool Outbox::has_yielding(const Delivery& delivery) {
  return database_.query(kHasYielding, delivery.subscription, delivery.order_id, delivery.account)
      .next();
}

std::optional<Delivery> Outbox::find(int64_t row) {
  Rows rows = database_.query(kFind, row);
  if (!rows.next()) return std::nullopt;
  return read_delivery(rows);
}

std::vector<Delivery> Outbox::list(const DeliveryFilter& f) {
  return read_all(database_.query(f.order_id ? kListOfOrder : kList, f.account, f.subscription,
                                  f.order_id, f.subject, optional_name(f.kind),
                                  optional_name(f.state), f.after_row, f.limit));
}

int64_t Outbox::count(const DeliveryFilter& f) {
  // The rows refer to them.
  const std::optional<std::string> kind = optional_name(f.kind), state = optional_name(f.state);
  Rows rows = database_.query(f.order_id ? kCountOfOrder : kCount, f.account, f.subscription,
                              f.order_id, f.subject, kind, state, f.after_row);
  rows.next();
  return rows.number(0);
}

std::optional<Instant> Outbox::next_due() {
  if (is_known_) return next_due_;
  Rows rows = database_.query(kNextDue);
  next_due_ = rows.next() ? std::optional(rows.instant(0)) : std::nullopt;
  is_known_ = true;
  return next_due_;
}

bool Outbox::is_sending() {
  return database_.query(kIsSending).next();
}

std::vector<Delivery> Outbox::take_due(Instant now, int64_t most) {
  std::vector<Delivery> deliveries = read_all(database_.query(kDue, now, most));
  for (Delivery& delivery : deliveries) {
    delivery.state = Delivery::State::kSending;
    database_.run(kSend, delivery.row);
  }
  if (!deliveries.empty()) note_change();
  return deliveries;
}

void Outbox::put_off(const Delivery& delivery, Instant due) {
  database_.run(kMakeDue, delivery.row, due, int64_t{delivery.tries} + 1);
  note_change();
}

void Outbox::finish(const Delivery& delivery, Delivery::State state, Instant now) {
  database_.run(kEnd, delivery.row, name_of(state));
  std::optional<int64_t> next;
  if (Rows rows = database_.query(kNextOfLane, delivery.subscription, delivery.order_id,
                                  delivery.account, delivery.row);
      rows.next())
    next = rows.number(0);
  if (next) database_.run(kMakeNextDue, *next, delivery.row, now);
  note_change();
}

void Outbox::send_again(int64_t row, Instant now, int tries) {
  database_.run(kMakeDue, row, now, int64_t{tries});
  note_change();
}

void Outbox::hand_back(int64_t row) {
  database_.run("UPDATE deliveries SET state = 'due' WHERE row = ? AND state = 'sending'", row);
  note_change();
}

void Outbox::add_attempt(int64_t row, const Attempt& a) {
  database_.run(kAddAttempt, row, a.at, a.url, a.user, int64_t{a.status}, a.reason, a.error,
                a.answer);
  note_change();
}

std::vector<Attempt> Outbox::attempts(int64_t row) {
  std::vector<Attempt> attempts;
  Rows rows = database_.query(kAttempts, row);
  while (rows.next()) {
    attempts.push_back({rows.instant(0), rows.text(1), rows.text(2),
                        static_cast<int>(rows.number(3)), rows.text(4), rows.text(5),
                        rows.text(6)});
  }
  return attempts;
}

}  // namespace irisim::store
