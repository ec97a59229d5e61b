#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace irisim::http {

bool is_multipart(std::string_view content_type);

// The parts of a multipart/form-data body (RFC 7578); nothing when it is none: no boundary, no
// closing boundary, a part without a head, or more than kMostParts. Not the library's, which reads
// the heads of parts with std::regex.
inline constexpr size_t kMostParts = 100;
std::optional<std::vector<Part>> parse_multipart(std::string_view content_type,
                                                 std::string_view body);

}  // namespace irisim::http
