#pragma once

#include <span>

#include "operations/route.h"

namespace irisim::operations {

std::span<const Route> subscription_routes();

}  // namespace irisim::operations
