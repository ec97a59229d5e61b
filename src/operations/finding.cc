#include "operations/finding.h"

#include "catalog/catalog.h"

namespace irisim::operations {

Finding broken_rule(int code, std::vector<std::string> arguments, std::vector<std::string> numbers,
                    std::string_view wording) {
  return {code, catalog::message(code, arguments, wording), std::move(numbers)};
}

}  // namespace irisim::operations
