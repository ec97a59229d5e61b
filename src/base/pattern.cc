#include "base/pattern.h"

#include <cstddef>

namespace irisim {
namespace {

// With one step back to the last '*' it takes time in the order of both lengths multiplied,
// whatever the pattern.
template <class Fits>
bool match(std::string_view pattern, std::string_view text, Fits fits) {
  size_t p = 0, t = 0;
  size_t star = std::string_view::npos, resume = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.size() && fits(pattern[p], text[t])) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

}  // namespace

bool matches(std::string_view pattern, std::string_view text) {
  return match(pattern, text, [](char p, char t) { return p == '?' || p == t; });
}

// The narrow pattern is read as a text, in which a '*' may be many characters or none: only a '*'
// of the wide one can take it.
bool covers(std::string_view wide, std::string_view narrow) {
  return match(wide, narrow, [](char p, char t) { return t != '*' && (p == '?' || p == t); });
}

}  // namespace irisim
