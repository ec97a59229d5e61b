#pragma once

#include "control/exchange.h"

namespace irisim::control {

// Whom an account has asked before numbers leave it. The account is the parameter.
http::Response get_port_out_validation(const Exchange& exchange);
http::Response set_port_out_validation(const Exchange& exchange);
http::Response remove_port_out_validation(const Exchange& exchange);

}  // namespace irisim::control
