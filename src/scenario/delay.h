#pragma once

#include <cstdint>

#include "base/time.h"
#include "yaml/reader.h"

namespace irisim::scenario {

// How long something takes: always the same, or as the dice decide.
struct Delay {
  enum class Spread {
    kNone,
    kUniform,    // anything from `least` to `most` alike
    kLognormal,  // around the median; few are much longer, as answers of real services are
  };
  Spread spread = Spread::kNone;
  Millis least{0};   // kLognormal: the median
  Millis most{0};    // kUniform only
  double sigma = 0;  // kLognormal only: the deviation of the logarithm
  Millis jitter{0};  // up to so much is added

  bool is_random() const { return spread != Spread::kNone || jitter > Millis(0); }
  Millis sample(uint64_t roll) const;
};

// "2h", { uniform: [1h, 3h] } or { lognormal: { median: 2h, sigma: 0.5 } }.
Delay read_delay(const yaml::Node& node, yaml::Reader& reader);

}  // namespace irisim::scenario
