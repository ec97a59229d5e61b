#pragma once

#include <cstddef>
#include <string_view>

namespace irisim::xml {

// How many bytes the first character of a UTF-8 text has, if XML can hold it; 0 for a control
// character, a surrogate, a noncharacter, or a byte that is no UTF-8. The text is not empty.
size_t character_length(std::string_view text);

}  // namespace irisim::xml
