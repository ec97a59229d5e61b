#include "operations/vanity_pattern.h"

#include <string>

#include "base/text.h"

namespace irisim::operations {
namespace {

constexpr int kEndings = 1'000;

// The last digits of a number, first to last.
template <class Function>
void for_each_digit(int number, int count, Function function) {
  int power = 1;
  for (int i = 1; i < count; ++i) power *= 10;
  for (; power > 0; power /= 10) function(number / power % 10);
}

}  // namespace

std::optional<int> key_of(char character) {
  static constexpr std::string_view kKeys[] = {"",    "",    "abc",  "def", "ghi",
                                               "jkl", "mno", "pqrs", "tuv", "wxyz"};
  if (character >= '0' && character <= '9') return character - '0';
  const char letter = lower(std::string_view(&character, 1)).front();
  for (int key = 0; key < 10; ++key) {
    if (kKeys[key].find(letter) != std::string_view::npos) return key;
  }
  return std::nullopt;
}

std::optional<VanityPattern> VanityPattern::parse(std::string_view text, Place place) {
  constexpr size_t kMostElements = 30;  // States has a bit for each
  if (text.size() > kMostElements - 2) return std::nullopt;
  VanityPattern pattern;
  const Element any = {Element::Kind::kAnyDigits};
  pattern.elements_.push_back(any);
  for (const char character : text) {
    if (character == '*') {
      pattern.elements_.push_back(any);
    } else if (character == '_' || character == '?') {
      pattern.elements_.push_back({Element::Kind::kAnyDigit});
    } else if (const std::optional<int> key = key_of(character)) {
      pattern.elements_.push_back({Element::Kind::kDigit, *key});
    } else {
      return std::nullopt;
    }
  }
  if (place == Place::kAnywhere) pattern.elements_.push_back(any);
  return pattern;
}

VanityPattern::States VanityPattern::closed(States states) const {
  for (size_t i = 0; i < elements_.size(); ++i) {
    if ((states >> i & 1) != 0 && elements_[i].kind == Element::Kind::kAnyDigits)
      states |= States{2} << i;
  }
  return states;
}

VanityPattern::States VanityPattern::after(States states, int digit) const {
  States next = 0;
  for (size_t i = 0; i < elements_.size(); ++i) {
    if ((states >> i & 1) == 0) continue;
    const Element& element = elements_[i];
    if (element.kind == Element::Kind::kAnyDigits) {
      next |= States{1} << i;
    } else if (element.kind == Element::Kind::kAnyDigit || element.digit == digit) {
      next |= States{2} << i;
    }
  }
  return closed(next);
}

const std::vector<int>& VanityPattern::endings(int npa_nxx_x) {
  States start = closed(1);
  for_each_digit(npa_nxx_x, 4, [&](int digit) { start = after(start, digit); });
  const auto [entry, is_new] = endings_.try_emplace(start);
  for (int ending = 0; is_new && ending < kEndings; ++ending) {
    States states = start;
    for_each_digit(ending, 3, [&](int digit) { states = after(states, digit); });
    if ((states >> elements_.size() & 1) != 0) entry->second.push_back(ending);
  }
  return entry->second;
}

}  // namespace irisim::operations
