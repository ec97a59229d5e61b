#include "operations/criteria_formats.h"

#include <algorithm>

#include "base/text.h"
#include "operations/vanity_pattern.h"

namespace irisim::operations {
namespace {

bool has_length(std::string_view text, size_t least, size_t most) {
  return text.size() >= least && text.size() <= most;
}

bool is_key(char character) {
  return key_of(character).has_value();
}

// Digits of which the first and the fourth are 2 to 9.
bool begins_number(std::string_view text) {
  return all_digits(text) && text[0] >= '2' && (text.size() < 4 || text[3] >= '2');
}

}  // namespace

bool is_area_code(std::string_view text) {
  return text.size() == 3 && begins_number(text);
}

bool is_npa_nxx(std::string_view text) {
  return text.size() == 6 && begins_number(text);
}

bool is_npa_nxx_x(std::string_view text) {
  return text.size() == 7 && begins_number(text);
}

bool is_zip(std::string_view text) {
  if (text.size() == 5) return all_digits(text);
  return text.size() == 10 && text[5] == '-' && all_digits(text.substr(0, 5)) &&
         all_digits(text.substr(6));
}

bool is_lata(std::string_view text) {
  return has_length(text, 3, 5) && all_digits(text);
}

bool is_toll_free_wild_card(std::string_view text) {
  return text.size() == 3 && text[0] == '8' &&
         (text.substr(1) == "**" || (all_digits(text.substr(1, 1)) && text[2] == '*') ||
          all_digits(text));
}

bool is_toll_free_vanity(std::string_view text) {
  return has_length(text, 4, 7) && is_alphanumeric(text);
}

bool is_local_vanity(std::string_view text) {
  return has_length(text, 3, 7) && is_vanity_pattern(text) && has_enough_of_vanity(text);
}

bool is_alphanumeric(std::string_view text) {
  return std::ranges::all_of(text, is_key);
}

bool is_vanity_pattern(std::string_view text) {
  return VanityPattern::parse(text, VanityPattern::Place::kEnd).has_value();
}

bool has_enough_of_vanity(std::string_view text) {
  return std::ranges::count_if(text, is_key) >= 3;
}

}  // namespace irisim::operations
