#pragma once

#include <optional>
#include <span>
#include <string>

#include "store/database.h"
#include "store/unfit.h"

namespace irisim::store {

// Why a database that somebody else may have made is no world's state; nothing if it is. Its head
// must have been inspected (file_head.h). Its orders must be of these types, for which there are
// lifecycles.
//
// Runs no code that the file brings: its schema must be ours to the byte before anything else is
// looked at, and until then triggers, views and functions in a schema are switched off. Then SQLite
// checks each page, index and value; then what no constraint of a table says is checked, so that
// what is read later is as if it had been written here. Changes nothing.
std::optional<Unfit> inspect(const Database& database, std::span<const std::string> order_types);

}  // namespace irisim::store
