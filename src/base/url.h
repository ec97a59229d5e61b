#pragma once

#include <string_view>

namespace irisim {

// Whether it is an Internet address to call: http or https, and a host.
bool is_url(std::string_view text);

}  // namespace irisim
