#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"

namespace irisim::webhook {

// What is wrong with a relay that is to be "HOST:PORT", an IPv6 address in brackets.
std::optional<Error> check_relay(std::string_view text);

}  // namespace irisim::webhook
