#pragma once

#include "control/exchange.h"

namespace irisim::control {

// GET /__admin/orders?type=&account=&status=
http::Response list_orders(const Exchange& exchange);

// GET /__admin/orders/ID: with its history and pending timers
http::Response get_order(const Exchange& exchange);

// POST /__admin/orders/ID/transition
http::Response transition_order(const Exchange& exchange);

}  // namespace irisim::control
