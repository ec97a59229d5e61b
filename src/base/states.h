#pragma once

#include <span>
#include <string>
#include <string_view>

namespace irisim {

// The codes of the states, of the District of Columbia, and of the territories that have numbers:
// NC, DC, PR.
std::span<const std::string> state_codes();
bool is_state_code(std::string_view text);

// Likewise of the provinces and territories of Canada: ON.
bool is_province_code(std::string_view text);

}  // namespace irisim
