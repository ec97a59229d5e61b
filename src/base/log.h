#pragma once

#include <string_view>

namespace irisim {

// Writes one line to standard error. Standard output carries only what the user asked for and the
// ready line.
void log(std::string_view line);

}  // namespace irisim
