#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace irisim {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t substituted = diagonal + (lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
    }
  }
  return row[b.size()];
}

}  // namespace

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = lower(c);
  return result;
}

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = upper(c);
  return result;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

size_t count_characters(std::string_view utf8) {
  const auto begins_character = [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  };
  return static_cast<size_t>(std::ranges::count_if(utf8, begins_character));
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string join(std::span<const std::string> parts, std::string_view separator) {
  std::string result;
  for (const std::string& part : parts) {
    if (&part != parts.data()) result += separator;
    result += part;
  }
  return result;
}

std::optional<long> to_number(std::string_view text) {
  long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool is_true(std::string_view text) {
  return equal_ignoring_case(text, "true");
}

bool is_boolean(std::string_view text) {
  return is_true(text) || equal_ignoring_case(text, "false");
}

const std::string* nearest(std::string_view text, std::span<const std::string> candidates,
                           size_t farthest) {
  constexpr size_t kLongest = 64;
  if (text.size() > kLongest) return nullptr;
  const std::string* best = nullptr;
  size_t best_distance = farthest + 1;
  for (const std::string& candidate : candidates) {
    const size_t distance = edit_distance(text, candidate);
    if (distance < best_distance) {
      best = &candidate;
      best_distance = distance;
    }
  }
  return best;
}

namespace {

// The only candidate that the text is a part of, in any case of letters.
const std::string* only_one_around(std::string_view text, std::span<const std::string> candidates) {
  constexpr size_t kShortest = 3;
  const std::string* found = nullptr;
  for (const std::string& candidate : candidates) {
    if (text.size() < kShortest ||
        irisim::lower(candidate).find(irisim::lower(text)) == std::string::npos)
      continue;
    if (found != nullptr) return nullptr;
    found = &candidate;
  }
  return found;
}

}  // namespace

std::string did_you_mean(std::string_view text, std::span<const std::string> candidates) {
  constexpr size_t kFarthest = 2;
  // A word with each of its letters changed is another word.
  const std::string* best = nearest(text, candidates, std::min(kFarthest, text.size() / 2));
  if (best == nullptr) best = only_one_around(text, candidates);
  return best ? " (did you mean '" + *best + "'?)" : "";
}

}  // namespace irisim
