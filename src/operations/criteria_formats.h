#pragma once

#include <string_view>

namespace irisim::operations {

// How the contract's table of search parameters wants criteria to be written.

bool is_area_code(std::string_view text);            // 919: the first digit is 2 to 9
bool is_npa_nxx(std::string_view text);              // 919439: likewise the fourth
bool is_npa_nxx_x(std::string_view text);            // 9194390
bool is_zip(std::string_view text);                  // 27601 or 27601-1234
bool is_lata(std::string_view text);                 // three to five digits
bool is_toll_free_wild_card(std::string_view text);  // 8**, 80*, 888
bool is_toll_free_vanity(std::string_view text);     // four to seven letters and digits

// Three to seven letters, digits and wild cards, of which at least three are no wild cards.
bool is_local_vanity(std::string_view text);

bool is_alphanumeric(std::string_view text);
bool is_vanity_pattern(std::string_view text);     // letters, digits and wild cards
bool has_enough_of_vanity(std::string_view text);  // at least three letters and digits

}  // namespace irisim::operations
