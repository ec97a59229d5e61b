#pragma once

#include "control/exchange.h"

namespace irisim::control {

// GET /__admin/requests?method=&path=&status=&operation=&account=&since=&limit=
http::Response list_requests(const Exchange& exchange);

// GET /__admin/requests/ID
http::Response get_request(const Exchange& exchange);

// DELETE /__admin/requests
http::Response clear_requests(const Exchange& exchange);

// POST /__admin/requests/find, count and wait; the last one answers later.
http::Response find_requests(const Exchange& exchange);
http::Response count_requests(const Exchange& exchange);
http::Response wait_for_requests(const Exchange& exchange);

}  // namespace irisim::control
