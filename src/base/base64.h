#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace irisim {

// What the text encodes, white space in it left out; nothing when it is not Base64 (RFC 4648,
// section 4) as a whole, padding included.
std::optional<std::string> decode_base64(std::string_view text);

}  // namespace irisim
