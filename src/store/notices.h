#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "store/database.h"

namespace irisim::store {

// Something that a digest is going to tell.
struct Notice {
  std::string account;
  std::string subscription;  // whose digest it is for, by its id
  std::string subject, text;
  Instant at;   // when it happened
  Instant due;  // the digest's time
};

// What is collected for digests.
class Notices {
 public:
  explicit Notices(Database& database) : database_(database) {}

  void add(const Notice& notice);

  // When the next digests are due. Costs nothing while nothing changes.
  std::optional<Instant> next_due();

  // What was done in the transaction has not been done.
  void roll_back() { is_known_ = false; }

  // Takes out what they tell: those of one subscription stand together, in the order in which they
  // were added.
  std::vector<Notice> take_next();

 private:
  Database& database_;
  bool is_known_ = false;  // next_due_ is what it says
  std::optional<Instant> next_due_;
};

}  // namespace irisim::store
