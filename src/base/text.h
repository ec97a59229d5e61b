#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace irisim {

// Text helpers for ASCII; bytes above 127 are left alone.

std::string_view trim(std::string_view text);
std::string lower(std::string_view text);
std::string upper(std::string_view text);
bool equal_ignoring_case(std::string_view a, std::string_view b);
bool all_digits(std::string_view text);

// How many characters a text has: lengths of names are limited in these, not in bytes.
size_t count_characters(std::string_view utf8);

// The parts between separators, empty ones included.
std::vector<std::string_view> split(std::string_view text, char separator);
std::string join(std::span<const std::string> parts, std::string_view separator);

// The whole text as a decimal number; nothing when any other character is in it or it does not fit.
std::optional<long> to_number(std::string_view text);

// "true" or "false", in any case.
bool is_true(std::string_view text);
bool is_boolean(std::string_view text);

// The candidate with the fewest edits from the text, in any case of letters, if it takes no more
// than `farthest`; the first of those, null when there is none.
const std::string* nearest(std::string_view text, std::span<const std::string> candidates,
                           size_t farthest);

// " (did you mean 'X'?)" for the candidate within two edits, or the only one that the text is in.
std::string did_you_mean(std::string_view text, std::span<const std::string> candidates);

}  // namespace irisim
