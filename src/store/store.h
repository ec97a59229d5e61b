#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/accounts.h"
#include "store/applications.h"
#include "store/database.h"
#include "store/files.h"
#include "store/history.h"
#include "store/hosts.h"
#include "store/mails.h"
#include "store/notes.h"
#include "store/notices.h"
#include "store/numbers.h"
#include "store/orders.h"
#include "store/outbox.h"
#include "store/passwords.h"
#include "store/peer_settings.h"
#include "store/sites.h"
#include "store/state.h"
#include "store/steps.h"
#include "store/subscriptions.h"
#include "store/timers.h"
#include "store/validation_endpoints.h"
#include "store/validations.h"

namespace irisim::store {

// All state of one world. Used under the world's lock; changes are made inside begin() and
// commit().
//
// Counters and State change with nearly every transaction, and a table of them would be one more
// page that each commit copies: they are kept beside the tables. They are written into them where
// it counts: in a file with each commit, in memory when an image is made.
class Store {
 public:
  Store();  // with nothing in it, in memory
  explicit Store(std::unique_ptr<Database> database);

  // The content, where `place` keeps its own: in its file, or in memory. All or nothing of it is
  // there, whatever ends the process.
  static std::unique_ptr<Store> move_to(std::unique_ptr<Store> place,
                                        std::unique_ptr<Store> content);

  bool is_in_file() const { return database_->is_in_file(); }

  void begin() { database_->run("BEGIN"); }
  void commit();
  void roll_back();

  // 1, 2, 3, … for each kind; part of the transaction.
  uint64_t next(std::string_view kind);

  // Nothing before the first put_state(), which is not part of a transaction: it is kept with the
  // next commit.
  std::optional<State> state() const { return state_; }
  void put_state(const State& state);

  // All of it as a file of SQLite. Not in a transaction.
  std::string image();

  int64_t count_numbers();  // that somebody holds

 private:
  void load();
  void save();  // in a transaction

  std::unique_ptr<Database> database_;
  std::map<std::string, uint64_t, std::less<>> counters_;
  std::vector<std::map<std::string, uint64_t>::value_type*> counted_;  // since begin()
  std::optional<State> state_;
  bool is_state_saved_ = true;

 public:
  Orders orders{*database_};
  History history{*database_};
  Notes notes{*database_};
  Files files{*database_};
  Timers timers{*database_};
  Steps steps{*database_};
  Accounts accounts{*database_};
  Passwords passwords{*database_};
  Applications applications{*database_};
  Subscriptions subscriptions{*database_};
  Sites sites{*database_};
  Hosts hosts{*database_};
  PeerSettings peer_settings{*database_};
  Numbers numbers{*database_};
  Outbox outbox{*database_};
  Mails mails{*database_};
  Notices notices{*database_};
  ValidationEndpoints validation_endpoints{*database_};
  Validations validations{*database_};
};

}  // namespace irisim::store
