#pragma once

#include "control/exchange.h"

namespace irisim::control {

// GET, POST and DELETE /__admin/faults, GET and DELETE /__admin/faults/ID: the fault rules in
// force. Those of scenario files are shown, but only what was posted can be removed.
http::Response list_faults(const Exchange& exchange);
http::Response post_fault(const Exchange& exchange);
http::Response remove_faults(const Exchange& exchange);
http::Response get_fault(const Exchange& exchange);
http::Response remove_fault(const Exchange& exchange);

}  // namespace irisim::control
