#pragma once

#include "engine/visitor.h"
#include "json/value.h"

namespace irisim::control {

// A step that an order has taken, wherever the control API tells of one.
json::Value happening_value(const engine::Happening& happening);
json::Array happening_values(const std::vector<engine::Happening>& happenings);

}  // namespace irisim::control
