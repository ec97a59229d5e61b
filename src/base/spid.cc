#include "base/spid.h"

#include <algorithm>
#include <cctype>

namespace irisim {

bool is_spid(std::string_view text) {
  constexpr size_t kLongest = 4;
  return !text.empty() && text.size() <= kLongest &&
         std::ranges::all_of(text, [](unsigned char c) { return std::isalnum(c) != 0; });
}

}  // namespace irisim
