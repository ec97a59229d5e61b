#pragma once

#include "control/exchange.h"

namespace irisim::control {

// GET and PUT /__admin/clock
http::Response get_clock(const Exchange& exchange);
http::Response set_clock(const Exchange& exchange);

// POST /__admin/clock/advance
http::Response advance_clock(const Exchange& exchange);

// "manual" or "real"
std::string_view mode_name(Clock::Mode mode);

// A clock as JSON describes it; what is absent stays as it is in `state`.
std::optional<Error> read_clock(const json::Value& object, Clock::State& state);

}  // namespace irisim::control
