#pragma once

#include "control/exchange.h"

namespace irisim::control {

// GET /livez and /readyz: a program that answers is both.
http::Response get_health(const Exchange& exchange);

}  // namespace irisim::control
