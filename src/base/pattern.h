#pragma once

#include <string_view>

namespace irisim {

// Patterns as testers write them: '*' stands for any characters, '?' for one, anything else for
// itself.
bool matches(std::string_view pattern, std::string_view text);

// Whether every text that the narrow pattern matches is matched by the wide one too. May miss that;
// never claims it wrongly.
bool covers(std::string_view wide, std::string_view narrow);

}  // namespace irisim
