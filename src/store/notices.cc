#include "store/notices.h"

namespace irisim::store {
namespace {

constexpr char kAdd[] =
    "INSERT INTO notices (account, subscription, subject, text, at, due) VALUES (?, ?, ?, ?, ?, ?)";
constexpr char kNextDue[] = "SELECT due FROM notices ORDER BY due LIMIT 1";
// A subscription's place is that of its first one.
constexpr char kDue[] =
    "SELECT account, subscription, subject, text, at, due FROM notices WHERE due = ?"
    " ORDER BY min(row) OVER (PARTITION BY account, subscription), row";

}  // namespace

void Notices::add(const Notice& n) {
  database_.run(kAdd, n.account, n.subscription, n.subject, n.text, n.at, n.due);
  is_known_ = false;
}

std::optional<Instant> Notices::next_due() {
  if (is_known_) return next_due_;
  Rows rows = database_.query(kNextDue);
  next_due_ = rows.next() ? std::optional(rows.instant(0)) : std::nullopt;
  is_known_ = true;
  return next_due_;
}

std::vector<Notice> Notices::take_next() {
  std::vector<Notice> notices;
  const std::optional<Instant> due = next_due();
  if (!due) return notices;
  {
    Rows rows = database_.query(kDue, *due);
    while (rows.next()) {
      notices.push_back({rows.text(0), rows.text(1), rows.text(2), rows.text(3), rows.instant(4),
                         rows.instant(5)});
    }
  }
  database_.run("DELETE FROM notices WHERE due = ?", *due);
  is_known_ = false;
  return notices;
}

}  // namespace irisim::store
