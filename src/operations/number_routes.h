#pragma once

#include <span>

#include "operations/route.h"

namespace irisim::operations {

std::span<const Route> number_routes();

}  // namespace irisim::operations
