#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/unfit.h"

namespace irisim::store {

// The first bytes of an SQLite file, which say whose it is. They can be read before SQLite is let
// at the file, which may write to a file of another program only by opening it.
constexpr size_t kFileHead = 100;

// Why these are not the first bytes of a file of ours; nothing if they are.
std::optional<Unfit> inspect_head(std::string_view bytes);

// Likewise why a file of this size, with no log beside it, does not have all that its first bytes
// promise. SQLite would take what is missing of the last page for zeros.
std::optional<Unfit> inspect_size(std::string_view head, size_t size);

// Takes away the mark of a file that has a log beside it, with which SQLite takes no image.
void mark_as_closed(std::string& image);

}  // namespace irisim::store
