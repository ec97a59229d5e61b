#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace irisim {

// A telephone number of the North American Numbering Plan as its ten digits: 9195551234.
using Tn = int64_t;

// The ten digits of a number: NPA and NXX begin with 2 to 9, and neither is a service code (N11).
// Nothing for any other text.
std::optional<Tn> parse_tn(std::string_view text);
std::string format_tn(Tn tn);

inline bool is_nanp(std::string_view text) {
  return parse_tn(text).has_value();
}

bool is_toll_free(Tn tn);

// The parts by which numbers are found: 919, 919555 and 9195551 of 9195551234.
constexpr int npa(Tn tn) {
  return static_cast<int>(tn / 10'000'000);
}
constexpr int npa_nxx(Tn tn) {
  return static_cast<int>(tn / 10'000);
}
constexpr int npa_nxx_x(Tn tn) {
  return static_cast<int>(tn / 1'000);
}

}  // namespace irisim
