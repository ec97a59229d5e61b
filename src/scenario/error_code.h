#pragma once

#include "yaml/reader.h"

namespace irisim::scenario {

// Reads an error code: one that the contract has a message for, or any when the rule has a message
// of its own. 0, with a fault, for anything else.
int read_error_code(const yaml::Node& node, bool has_message, yaml::Reader& reader);

}  // namespace irisim::scenario
