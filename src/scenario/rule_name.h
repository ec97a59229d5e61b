#pragma once

#include <string>
#include <string_view>

#include "yaml/reader.h"

namespace irisim::scenario {

// Whether a text can name a rule, or a set of rules: names stand in paths and headers.
bool is_rule_name(std::string_view text);

// Reads the name of a rule ("scenario", "fault").
std::string read_rule_name(const yaml::Node& node, const std::string& rule, yaml::Reader& reader);

}  // namespace irisim::scenario
