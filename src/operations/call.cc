#include "operations/call.h"

#include "base/check.h"
#include "base/text.h"

namespace irisim::operations {

std::string_view Call::parameter(std::string_view name) const {
  const std::optional<std::string_view> value = find_parameter(name);
  IRISIM_CHECK(value.has_value());
  return *value;
}

std::optional<std::string_view> Call::find_parameter(std::string_view name) const {
  size_t index = 0;
  for (const std::string_view segment : split(operation.path.substr(1), '/')) {
    if (!segment.starts_with('{')) continue;
    if (segment.substr(1, segment.size() - 2) == name) return values[index];
    ++index;
  }
  return std::nullopt;
}

std::string Call::path() const {
  std::string path;
  size_t index = 0;
  for (const std::string_view segment : split(operation.path.substr(1), '/')) {
    path += '/';
    path += segment.starts_with('{') ? http::percent_encode(values[index++]) : std::string(segment);
  }
  return path;
}

}  // namespace irisim::operations
