#pragma once

#include <string>

namespace irisim::store {

// What tells our files from those of other programs: SQLite keeps it in a file's head. "iris".
constexpr int kApplicationId = 0x69726973;

// Another for other tables, so that a file of another version of irisim is known by its head.
int schema_version();

// A database with all tables and nothing in them, as SQLite keeps it in a file. Times in it are
// milliseconds since 1970, UTC.
const std::string& empty_image();

}  // namespace irisim::store
