#pragma once

#include <string_view>

#include "catalog/catalog.h"
#include "control/exchange.h"

namespace irisim::control {

// GET /__admin/operations
http::Response list_operations(const Exchange& exchange);

// How the operation is answered: "live", "replay" or, as a call that the service makes itself,
// "outbound".
std::string_view source_of(const catalog::Operation& operation);

}  // namespace irisim::control
