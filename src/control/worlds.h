#pragma once

#include "control/exchange.h"

namespace irisim::control {

// GET and POST /__admin/worlds, DELETE /__admin/worlds/NAME
http::Response list_worlds(const Exchange& exchange);
http::Response create_world(const Exchange& exchange);
http::Response remove_world(const Exchange& exchange);

// A world as the list of them shows it.
http::Response world_response(int status, engine::World& world);

// What a request is told that would need one more world than there may be.
std::string too_many_worlds(const engine::Worlds& worlds);

// POST /__admin/reset: the world of the path back to its seed.
http::Response reset_world(const Exchange& exchange);

}  // namespace irisim::control
