#include "store/store.h"

#include "store/schema.h"

namespace irisim::store {

Store::Store() {
  create_schema(database_);
}

uint64_t Store::next(std::string_view kind) {
  Rows rows = database_.query(
      "INSERT INTO counters (kind, value) VALUES (?, 1) ON CONFLICT (kind) DO UPDATE SET value = "
      "value + 1"
      " RETURNING value",
      kind);
  rows.next();
  return static_cast<uint64_t>(rows.number(0));
}

}  // namespace irisim::store
