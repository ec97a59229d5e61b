#pragma once

#include <string_view>

namespace irisim {

// Whether the text can be a SPID, by which carriers know one another: one to four letters and
// digits.
bool is_spid(std::string_view text);

}  // namespace irisim
