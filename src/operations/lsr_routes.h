#pragma once

#include <span>

#include "operations/route.h"

namespace irisim::operations {

// Orders of other carriers to port numbers out.
std::span<const Route> lsr_routes();

}  // namespace irisim::operations
