#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace irisim::engine {

// What is told of an order. What is empty is left out.
struct News {
  std::string_view subject;  // the order's state, or "note"
  std::string_view status, message, note;
  std::vector<std::string> completed;  // telephone numbers
};

}  // namespace irisim::engine
