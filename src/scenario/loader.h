#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "scenario/lifecycle.h"
#include "yaml/node.h"

namespace irisim::scenario {

// Reads the rules of a YAML file (docs/scenarios.md). The faults are all that the file has, in its
// order. The file's name is only for them.
Result<Rules, std::vector<yaml::Fault>> load(std::string_view text, std::string_view file);

// The rules with the lifecycles of `changes` in place of their own.
Rules override_with(Rules rules, const Rules& changes);

}  // namespace irisim::scenario
