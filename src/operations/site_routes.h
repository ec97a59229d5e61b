#pragma once

#include <span>

#include "operations/route.h"

namespace irisim::operations {

std::span<const Route> site_routes();

}  // namespace irisim::operations
