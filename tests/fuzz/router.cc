// A request target's way to its operation.

#include "catalog/router.h"

#include <algorithm>

#include "base/check.h"
#include "catalog/catalog.h"
#include "http/target.h"
#include "tests/fuzz/targets.h"

namespace irisim::fuzz {

void run_router(std::string_view bytes) {
  static const catalog::Router router;
  const Result<http::Target> target = http::parse_target(bytes);
  if (!target) return;
  std::string again;
  for (const std::string& segment : target->segments) again += "/" + http::percent_encode(segment);
  const Result<http::Target> parsed_again = http::parse_target(again);
  // An empty segment at an end is dropped.
  if (!target->segments.empty() && !target->segments.front().empty() &&
      !target->segments.back().empty())
    IRISIM_CHECK(parsed_again.ok() && parsed_again->segments == target->segments);
  for (const std::string_view method : {"GET", "POST", "PUT", "DELETE", "BREW"}) {
    const catalog::Router::Match match = router.find(method, target->segments);
    if (match.operation == nullptr) continue;
    IRISIM_CHECK(match.operation->method == method);
    IRISIM_CHECK(static_cast<size_t>(std::ranges::count(match.operation->path, '{')) ==
                 match.values.size());
  }
}

std::vector<std::string> router_seeds() {
  std::vector<std::string> seeds = {"/", "*", "/a%2Fb?c=d&e", "//a//b//", "/%zz", "/a?b=%4"};
  for (const catalog::Operation& operation : catalog::operations())
    seeds.emplace_back(operation.path);
  return seeds;
}

}  // namespace irisim::fuzz
