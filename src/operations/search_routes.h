#pragma once

#include <span>

#include "operations/route.h"

namespace irisim::operations {

// What looks for numbers, and for the places that have some.
std::span<const Route> search_routes();

}  // namespace irisim::operations
