#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "store/accounts.h"
#include "store/applications.h"
#include "store/database.h"
#include "store/files.h"
#include "store/history.h"
#include "store/hosts.h"
#include "store/notes.h"
#include "store/numbers.h"
#include "store/orders.h"
#include "store/passwords.h"
#include "store/peer_settings.h"
#include "store/sites.h"
#include "store/steps.h"
#include "store/timers.h"

namespace irisim::store {

// All state of one world. Used under the world's lock; changes are made inside begin() and
// commit().
class Store {
 public:
  Store();

  void begin() { database_.run("BEGIN"); }
  void commit();
  void roll_back();

  // 1, 2, 3, … for each kind; part of the transaction. Kept beside the tables, since a table of
  // counters would be one more page that every commit copies.
  uint64_t next(std::string_view kind);

 private:
  Database database_;
  std::map<std::string, uint64_t, std::less<>> counters_;
  std::vector<uint64_t*> counted_;  // since begin()

 public:
  Orders orders{database_};
  History history{database_};
  Notes notes{database_};
  Files files{database_};
  Timers timers{database_};
  Steps steps{database_};
  Accounts accounts{database_};
  Passwords passwords{database_};
  Applications applications{database_};
  Sites sites{database_};
  Hosts hosts{database_};
  PeerSettings peer_settings{database_};
  Numbers numbers{database_};
};

}  // namespace irisim::store
