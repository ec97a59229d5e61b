#pragma once

#include "store/database.h"

namespace irisim::store {

// Makes the tables in an empty database. Times are milliseconds since 1970, UTC.
void create_schema(Database& database);

}  // namespace irisim::store
