#include "store/store.h"

#include "store/schema.h"

namespace irisim::store {

Store::Store() {
  create_schema(database_);
}

uint64_t Store::next(std::string_view kind) {
  auto counter = counters_.find(kind);
  if (counter == counters_.end()) counter = counters_.emplace(kind, 0).first;
  counted_.push_back(&counter->second);
  return ++counter->second;
}

void Store::commit() {
  database_.run("COMMIT");
  counted_.clear();
}

void Store::roll_back() {
  database_.run("ROLLBACK");
  for (uint64_t* counter : counted_) --*counter;
  counted_.clear();
}

}  // namespace irisim::store
