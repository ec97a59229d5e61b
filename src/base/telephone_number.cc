#include "base/telephone_number.h"

#include <algorithm>

#include "base/text.h"

namespace irisim {

std::optional<Tn> parse_tn(std::string_view text) {
  constexpr size_t kLength = 10;
  if (text.size() != kLength || !all_digits(text)) return std::nullopt;
  for (const size_t part : {size_t{0}, size_t{3}}) {
    if (text[part] < '2' || text.substr(part + 1, 2) == "11") return std::nullopt;
  }
  Tn tn = 0;
  for (const char digit : text) tn = tn * 10 + (digit - '0');
  return tn;
}

std::string format_tn(Tn tn) {
  return std::to_string(tn);
}

bool is_toll_free(Tn tn) {
  static constexpr int kCodes[] = {800, 822, 833, 844, 855, 866, 877, 888};
  return std::ranges::find(kCodes, npa(tn)) != std::end(kCodes);
}

}  // namespace irisim
