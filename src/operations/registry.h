#pragma once

#include <span>

#include "catalog/catalog.h"
#include "operations/route.h"

namespace irisim::operations {

struct LiveOperation {
  const catalog::Operation* operation;
  Handler handler;
};

// The operations that are computed from state; all others are replayed.
std::span<const LiveOperation> live_operations();

// The handler of an operation; null when it is not live.
Handler find_handler(const catalog::Operation& operation);

}  // namespace irisim::operations
