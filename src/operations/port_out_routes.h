#pragma once

#include <span>

#include "operations/route.h"

namespace irisim::operations {

std::span<const Route> port_out_routes();

}  // namespace irisim::operations
