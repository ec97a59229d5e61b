#pragma once

#include <string>
#include <vector>

namespace irisim::operations {

// A broken rule: its code, its message, and the telephone numbers that break it, where the contract
// lists them.
struct Finding {
  int code = 0;
  std::string message;
  std::vector<std::string> numbers;
};

Finding broken_rule(int code, std::vector<std::string> arguments = {},
                    std::vector<std::string> numbers = {});

}  // namespace irisim::operations
