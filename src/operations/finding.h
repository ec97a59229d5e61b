#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace irisim::operations {

// A broken rule: its code, its message, and the telephone numbers that break it, where the contract
// lists them.
struct Finding {
  int code = 0;
  std::string message;
  std::vector<std::string> numbers;
};

// `wording` tells apart the messages of a code that has several.
Finding broken_rule(int code, std::vector<std::string> arguments = {},
                    std::vector<std::string> numbers = {}, std::string_view wording = {});

}  // namespace irisim::operations
