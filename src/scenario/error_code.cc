#include "scenario/error_code.h"

#include "catalog/catalog.h"

namespace irisim::scenario {

int read_error_code(const yaml::Node& node, bool has_message, yaml::Reader& reader) {
  constexpr long kLargest = 99'999;
  const std::optional<long> number = reader.number(node);
  if (!number) return 0;
  const bool is_code = *number > 0 && *number <= kLargest;
  if (is_code && (has_message || catalog::has_message(static_cast<int>(*number))))
    return static_cast<int>(*number);
  reader.fault(node, "unknown error code '" + node.scalar + "'" +
                         (is_code ? "; one of your own needs a 'message' beside it" : ""));
  return 0;
}

}  // namespace irisim::scenario
