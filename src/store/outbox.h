#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "store/database.h"

namespace irisim::store {

// Something that is sent to a client. It is stored in the transaction of what it tells of, so that
// none is lost and none invented.
//
// Deliveries of a lane (what one subscription, or an account without one, hears of one order) are
// sent one after the other, in the order in which they were stored.
struct Delivery {
  enum class Kind { kNotification, kValidation, kMail };
  enum class State {
    kWaiting,    // for an earlier one of its lane
    kDue,        // at its time
    kSending,    // an attempt is under way
    kDelivered,  // it was answered well
    kFailed,     // given up after the last attempt
    kDropped,    // by a fault rule; never sent
    kCancelled,  // nobody wants it any more
  };

  int64_t row = 0;  // in the order in which they were stored; 0 until added
  Kind kind = Kind::kNotification;
  std::string account;
  std::string subscription;  // whose it is, by its id; empty: no subscription's
  std::string order_type;    // empty: of an event, as is the id
  std::string order_id;
  std::string subject;  // the order's state, "note" or the event; a mail's subject
  std::string body;
  Instant created;
  State state = State::kDue;
  std::optional<Instant> due;  // of the next attempt
  int tries = 0;               // that have failed, since it was stored or sent anew
  bool yields = false;         // the next of its lane goes first, if there is one before it is due
  std::string fault;           // the rule of a fault that hit it; empty: none did
};

// One try to deliver.
struct Attempt {
  Instant at;
  std::string url;
  std::string user;    // of the credentials; empty: it had none
  int status = 0;      // 0: there was no answer
  std::string reason;  // of its status line
  std::string error;   // why there was none, or what is wrong with it; empty: nothing
  std::string answer;  // the beginning of its body
};

// Which deliveries to list. What is absent does not restrict.
struct DeliveryFilter {
  std::optional<std::string> account, subscription, order_id, subject;
  std::optional<Delivery::Kind> kind;
  std::optional<Delivery::State> state;
  int64_t after_row = 0;
  int64_t limit = 1000;
};

class Outbox {
 public:
  explicit Outbox(Database& database) : database_(database) {}

  // What an earlier process, or the world that an image is of, was sending is due again.
  void resume();

  // Sets the row. One that is due waits while an earlier one of its lane is on its way.
  void add(Delivery& delivery);

  // Whether one of the delivery's lane lets the next one go first.
  bool has_yielding(const Delivery& delivery);

  std::optional<Delivery> find(int64_t row);
  std::vector<Delivery> list(const DeliveryFilter& filter);  // the oldest first
  int64_t count(const DeliveryFilter& filter);

  // When the first is due. Costs nothing while nothing changes.
  std::optional<Instant> next_due();
  bool is_sending();

  // What was done in the transaction has not been done.
  void roll_back() { note_change(); }

  // Those due by now, at most so many, the first due first; they are being sent from here on.
  std::vector<Delivery> take_due(Instant now, int64_t most);

  // The delivery is tried again at the time.
  void put_off(const Delivery& delivery, Instant due);

  // The delivery ends in the state; the next one of its lane is due, at its time if that is later.
  void finish(const Delivery& delivery, Delivery::State state, Instant now);

  // Sends one that is at its end once more, or one that is due now; it counts as having failed so
  // often.
  void send_again(int64_t row, Instant now, int tries);

  // One that was being sent, and was not sent after all, is due as it was.
  void hand_back(int64_t row);

  void add_attempt(int64_t row, const Attempt& attempt);
  std::vector<Attempt> attempts(int64_t row);

  // Grows with each change.
  uint64_t changes() const { return changes_; }

 private:
  void note_change();

  Database& database_;
  uint64_t changes_ = 0;
  bool is_known_ = false;  // next_due_ is what it says
  std::optional<Instant> next_due_;
};

// "notification", "delivered": as they are stored and shown.
std::string_view name_of(Delivery::Kind kind);
std::string_view name_of(Delivery::State state);
std::optional<Delivery::Kind> find_kind(std::string_view name);
std::optional<Delivery::State> find_state(std::string_view name);
std::vector<std::string> delivery_state_names();

}  // namespace irisim::store
