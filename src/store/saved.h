#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/store.h"
#include "store/unfit.h"

namespace irisim::store {

// A store made of what Store::image() gave, in memory. The bytes may be anything. Here and below,
// orders must be of these types.
Result<std::unique_ptr<Store>, Unfit> load_image(std::string_view image,
                                                 std::span<const std::string> order_types);

// A store that is kept in a file, with what the file has in it; one that is not there or empty is
// made with `beginning` for its state. The error begins with the file's name; the file is as it was
// then. It is an error, too, that another process has the file.
//
// When commit() has returned, what it kept is there at the next start, whatever ends the process
// (kill -9 included): it is in the file, or in the log beside it (FILE-wal), which SQLite reads at
// the next start. When the store is destroyed, the file is complete and the log is gone; a process
// that ends in the middle of that leaves the log, with which the next start completes the file.
// That is as good as writing a file aside and renaming it, and does not need its size again. A new
// file is written aside and renamed.
Result<std::unique_ptr<Store>> open_file(const std::string& path, const State& beginning,
                                         std::span<const std::string> order_types);

}  // namespace irisim::store
