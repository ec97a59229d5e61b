#pragma once

#include <span>

#include "operations/route.h"

namespace irisim::operations {

std::span<const Route> peer_product_routes();

}  // namespace irisim::operations
