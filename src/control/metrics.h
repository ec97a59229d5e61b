#pragma once

#include "control/exchange.h"

namespace irisim::control {

// GET /metrics: what irisim has done and has in it, for Prometheus, in its text format 0.0.4. Of
// all worlds together. Does not wait for a world that is busy: that is counted as it was last seen.
http::Response get_metrics(const Exchange& exchange);

}  // namespace irisim::control
