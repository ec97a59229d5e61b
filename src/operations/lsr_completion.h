#pragma once

#include <string>

#include "engine/session.h"

namespace irisim::operations {

// The effect "port-out" of LSR orders: takes the order's numbers out of service, whichever account
// has them, and gives them to the other carrier; each of these accounts gets a port-out order.
// Those that nobody has in service are named by an error in the order: "part" when there are some,
// "fail" when there is no other.
std::string port_out(engine::Session& session, store::Order& order);

}  // namespace irisim::operations
