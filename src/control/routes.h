#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/worlds.h"
#include "http/message.h"
#include "http/target.h"

namespace irisim::control {

// Whether the path, without its world, is one of the control API's.
bool is_control_path(const std::vector<std::string>& segments);

// Answers a request to the control API (docs/control-api.md).
http::Response handle(const http::Request& request, const http::Target& target,
                      engine::Worlds& worlds, engine::World& world);

}  // namespace irisim::control
