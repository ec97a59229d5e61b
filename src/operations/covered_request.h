#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "http/target.h"
#include "operations/rate_center_filter.h"

namespace irisim::operations {

// What an entry of the covered rate centers shows if it is asked for.
enum Embed : uint32_t {
  kZipCodes = 1 << 0,
  kCities = 1 << 1,
  kVendors = 1 << 2,
  kNpaNxxX = 1 << 3,
  kAvailableNumberCount = 1 << 4,
  kLimitedAvailableNumberCount = 1 << 5,
  kLocalRateCenters = 1 << 6,
  kNpa = 1 << 7,
};
constexpr uint32_t kAllEmbeds = kNpa - 1;
constexpr uint32_t kCounts = kAvailableNumberCount | kLimitedAvailableNumberCount;

// The query of GET /coveredRateCenters.
struct CoveredRequest {
  RateCenterFilter filter;
  std::string prefix;  // digits of which the rate center has numbers
  std::optional<int> tier;
  uint32_t embeds = 0;
  int64_t size = 0;
  int page = 1;  // the id of the first rate center to show, or 1
};

// The error is the code of the first rule that the query breaks.
Result<CoveredRequest, int> read_covered(const http::Query& query);

}  // namespace irisim::operations
