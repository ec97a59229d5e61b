#pragma once

#include <span>

#include "operations/route.h"

namespace irisim::operations {

// New numbers, reservations and disconnects.
std::span<const Route> number_order_routes();

}  // namespace irisim::operations
