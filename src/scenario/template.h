#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace irisim::scenario {

// Text with places for values: "${header:X-Request-Id}", "${order:status}", "${now}". Immutable.
class Template {
 public:
  // A value by the name and the argument of a place; empty when there is none.
  using Values = std::function<std::string(std::string_view name, std::string_view argument)>;

  // The error names the place that cannot be read, and what can stand there.
  static Result<Template> parse(std::string_view text);

  std::string fill(const Values& values) const;

 private:
  struct Piece {
    std::string text;  // as it stands; of a place, its name
    std::string argument;
    bool is_place = false;
  };
  std::vector<Piece> pieces_;
};

}  // namespace irisim::scenario
