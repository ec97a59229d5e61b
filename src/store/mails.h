#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "store/database.h"

namespace irisim::store {

// An e-mail to a subscriber.
struct Mail {
  int64_t id = 0;  // 1, 2, 3, … of the world
  std::string account;
  std::string subscription;  // whose it is, by its id
  std::string order_type;    // empty: of an event or of all of a day, as is the id
  std::string order_id;
  std::string recipient;
  std::string subject, text;
  Instant sent;
  std::optional<int64_t> delivery;  // to the relay, by its row in the outbox; absent: there is none
};

// Which e-mails to list. What is absent does not restrict.
struct MailFilter {
  std::optional<std::string> account, subscription, order_id;
  std::optional<std::string> recipient;      // in any case of letters
  std::optional<std::string> subject, text;  // a part of it
  int64_t after_row = 0;                     // later than this id
  int64_t limit = 1000;
};

// The e-mails that were sent.
class Mails {
 public:
  explicit Mails(Database& database) : database_(database) {}

  void add(const Mail& mail);
  std::optional<Mail> find(int64_t id);
  std::optional<Mail> of_delivery(int64_t row);
  std::vector<Mail> list(const MailFilter& filter);  // the oldest first
  int64_t count(const MailFilter& filter);
  void clear();

  // Grows with each change.
  uint64_t changes() const { return changes_; }

 private:
  Database& database_;
  uint64_t changes_ = 0;
};

}  // namespace irisim::store
