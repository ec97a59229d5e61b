#pragma once

#include <cstdint>
#include <string_view>

#include "store/database.h"
#include "store/files.h"
#include "store/history.h"
#include "store/notes.h"
#include "store/orders.h"
#include "store/sites.h"
#include "store/timers.h"

namespace irisim::store {

// All state of one world. Used under the world's lock; changes are made inside begin() and
// commit().
class Store {
 public:
  Store();

  void begin() { database_.run("BEGIN"); }
  void commit() { database_.run("COMMIT"); }
  void roll_back() { database_.run("ROLLBACK"); }

  // 1, 2, 3, … for each kind.
  uint64_t next(std::string_view kind);

 private:
  Database database_;

 public:
  Orders orders{database_};
  History history{database_};
  Notes notes{database_};
  Files files{database_};
  Timers timers{database_};
  Sites sites{database_};
};

}  // namespace irisim::store
