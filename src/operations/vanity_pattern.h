#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace irisim::operations {

// What a vanity search looks for in the last seven digits of a number: digits, letters, which stand
// for the digits of their keys, '_' or '?' for any one digit, '*' for any of them, or none.
//
// All numbers of a thousands block begin with the same four of these digits, so that most blocks
// are left out as a whole, and of others only the endings that match are looked at.
class VanityPattern {
 public:
  enum class Place { kAnywhere, kEnd };

  // Nothing when there is any other character in the text.
  static std::optional<VanityPattern> parse(std::string_view text, Place place);

  // The last three digits of the numbers of a block that match, ascending. Valid as long as the
  // pattern is.
  const std::vector<int>& endings(int npa_nxx_x);

 private:
  // The elements that the next digit may belong to, as bits; the one behind the last: all matched.
  using States = uint32_t;

  struct Element {
    enum class Kind { kDigit, kAnyDigit, kAnyDigits } kind;
    int digit = 0;
  };

  States closed(States states) const;  // with the elements behind those that may be nothing
  States after(States states, int digit) const;

  std::vector<Element> elements_;
  std::map<States, std::vector<int>> endings_;  // by the states after the digits of a block
};

// The digit of a letter's key; nothing for what is neither letter nor digit.
std::optional<int> key_of(char character);

}  // namespace irisim::operations
