#pragma once

#include <vector>

#include "json/value.h"
#include "store/outbox.h"

namespace irisim::control {

// A delivery with its attempts, as JSON.
json::Value delivery_value(const store::Delivery& delivery,
                           const std::vector<store::Attempt>& attempts);

}  // namespace irisim::control
