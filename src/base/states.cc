#include "base/states.h"

#include <algorithm>

namespace irisim {

std::span<const std::string> state_codes() {
  static const std::string kCodes[] = {
      "AK", "AL", "AR", "AZ", "CA", "CO", "CT", "DC", "DE", "FL", "GA", "GU", "HI", "IA",
      "ID", "IL", "IN", "KS", "KY", "LA", "MA", "MD", "ME", "MI", "MN", "MO", "MS", "MT",
      "NC", "ND", "NE", "NH", "NJ", "NM", "NV", "NY", "OH", "OK", "OR", "PA", "PR", "RI",
      "SC", "SD", "TN", "TX", "UT", "VA", "VI", "VT", "WA", "WI", "WV", "WY"};
  return kCodes;
}

bool is_state_code(std::string_view text) {
  return std::ranges::binary_search(state_codes(), text);
}

bool is_province_code(std::string_view text) {
  static constexpr std::string_view kCodes[] = {"AB", "BC", "MB", "NB", "NL", "NS", "NT",
                                                "NU", "ON", "PE", "QC", "SK", "YT"};
  return std::ranges::binary_search(kCodes, text);
}

}  // namespace irisim
