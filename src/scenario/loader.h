#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "scenario/rules.h"
#include "yaml/node.h"

namespace irisim::scenario {

// Reads the rules of a YAML file (docs/scenarios.md), which will lie over `below`. The faults are
// all that the file has, in its order. The file's name is only for them.
Result<Rules, std::vector<yaml::Fault>> load(std::string_view text, std::string_view file,
                                             const Rules& below = {});

}  // namespace irisim::scenario
