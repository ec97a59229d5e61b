#include "store/mails.h"

namespace irisim::store {
namespace {

#define COLUMNS \
  "id, account, subscription, order_type, order_id, recipient, subject, text, sent, delivery"
#define FITS                                                                                      \
  " FROM mails WHERE (?1 IS NULL OR account = ?1) AND (?2 IS NULL OR subscription = ?2)"          \
  " AND (?3 IS NULL OR order_id = ?3) AND (?4 IS NULL OR recipient = ?4 COLLATE NOCASE)"          \
  " AND (?5 IS NULL OR instr(subject, ?5) > 0) AND (?6 IS NULL OR instr(text, ?6) > 0) AND id > " \
  "?7"

constexpr char kAdd[] = "INSERT INTO mails (" COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr char kFind[] = "SELECT " COLUMNS " FROM mails WHERE id = ?";
constexpr char kOfDelivery[] = "SELECT " COLUMNS " FROM mails WHERE delivery = ?";
constexpr char kList[] = "SELECT " COLUMNS FITS " ORDER BY id LIMIT ?8";
constexpr char kCount[] = "SELECT count(*)" FITS;

#undef FITS
#undef COLUMNS

Mail read_mail(const Rows& rows) {
  Mail mail;
  mail.id = rows.number(0);
  mail.account = rows.text(1);
  mail.subscription = rows.text(2);
  mail.order_type = rows.text(3);
  mail.order_id = rows.text(4);
  mail.recipient = rows.text(5);
  mail.subject = rows.text(6);
  mail.text = rows.text(7);
  mail.sent = rows.instant(8);
  if (!rows.is_null(9)) mail.delivery = rows.number(9);
  return mail;
}

std::optional<Mail> read_one(Rows rows) {
  if (!rows.next()) return std::nullopt;
  return read_mail(rows);
}

}  // namespace

void Mails::add(const Mail& m) {
  database_.run(kAdd, m.id, m.account, m.subscription, m.order_type, m.order_id, m.recipient,
                m.subject, m.text, m.sent, m.delivery);
  ++changes_;
}

std::optional<Mail> Mails::find(int64_t id) {
  return read_one(database_.query(kFind, id));
}

std::optional<Mail> Mails::of_delivery(int64_t row) {
  return read_one(database_.query(kOfDelivery, row));
}

std::vector<Mail> Mails::list(const MailFilter& f) {
  Rows rows = database_.query(kList, f.account, f.subscription, f.order_id, f.recipient, f.subject,
                              f.text, f.after_row, f.limit);
  std::vector<Mail> mails;
  while (rows.next()) mails.push_back(read_mail(rows));
  return mails;
}

int64_t Mails::count(const MailFilter& f) {
  Rows rows = database_.query(kCount, f.account, f.subscription, f.order_id, f.recipient, f.subject,
                              f.text, f.after_row);
  rows.next();
  return rows.number(0);
}

void Mails::clear() {
  database_.run("DELETE FROM mails");
  ++changes_;
}

}  // namespace irisim::store
