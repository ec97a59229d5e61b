#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace irisim::http {

// A query's parameters in the order in which they were sent. Names are matched without regard to
// case.
class Query {
 public:
  std::optional<std::string> find(std::string_view name) const;  // the first of that name
  void add(std::string name, std::string value) {
    parameters_.emplace_back(std::move(name), std::move(value));
  }
  const std::vector<std::pair<std::string, std::string>>& parameters() const { return parameters_; }

 private:
  std::vector<std::pair<std::string, std::string>> parameters_;
};

// A request target, taken apart and percent-decoded. The absolute form counts as its path.
struct Target {
  std::vector<std::string> segments;  // of the path; empty ones at its end are dropped
  Query query;
};

// The error names the escape that is none.
Result<Target> parse_target(std::string_view target);

std::string percent_encode(std::string_view text);
std::string percent_decode(std::string_view text);  // as it is, where it is not well encoded

}  // namespace irisim::http
