#pragma once

#include <string>

#include "app/server.h"

namespace irisim::app {

// `irisim serve`: serves until SIGTERM or SIGINT, finishes what is in flight, and gives the exit
// status.
int serve(const ServerOptions& options);

}  // namespace irisim::app
