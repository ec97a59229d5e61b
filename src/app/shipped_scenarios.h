#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace irisim::app {

// The path of the scenario file that ships in the program under this name ("realistic"), for
// catalog::shipped_file. The error says that there is none, and which there are if it looks like a
// name and not like a path.
Result<std::string> find_shipped_scenarios(std::string_view name);

}  // namespace irisim::app
