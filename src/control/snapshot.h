#pragma once

#include "control/exchange.h"

namespace irisim::control {

// GET /__admin/snapshot: the world of the path as an SQLite file.
http::Response get_snapshot(const Exchange& exchange);

// PUT /__admin/snapshot: the world of the path becomes the one that was saved. 400 for what is no
// snapshot, 409 for one that cannot live here; nothing changes then.
http::Response restore_snapshot(const Exchange& exchange);

}  // namespace irisim::control
