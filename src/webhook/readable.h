#pragma once

#include <string>
#include <string_view>

namespace irisim::webhook {

// The text of somebody else's server with '?' for each byte that XML and JSON cannot hold.
std::string readable(std::string_view text);

}  // namespace irisim::webhook
