#pragma once

#include <string>

namespace irisim::test {

// What another program makes of an SQLite file: with SQLite itself, not by way of src/store. The
// file is given and taken as its bytes; an empty one is new. Triggers are run as anybody would.

// The file after the statements.
std::string with_sql(const std::string& file, const std::string& sql);

// The first value that the query gives.
std::string query(const std::string& file, const std::string& sql);

}  // namespace irisim::test
