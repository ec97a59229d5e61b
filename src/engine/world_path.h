#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace irisim::engine {

// Takes "worlds/NAME" off the front of a path's segments. Gives the name; empty, with the segments
// untouched, where the path names no world. The error says what is wrong with the name.
Result<std::string> take_world(std::vector<std::string>& segments);

}  // namespace irisim::engine
