#pragma once

#include <optional>

#include "engine/visit.h"
#include "http/message.h"
#include "operations/call.h"

namespace irisim::request {

// What goes wrong with a request on purpose: decided once, before it is carried out; done to the
// answer here, or carried in it to the socket.

// The fault that hits the request, if one does. Its reply, if it has one, is the answer then, and
// the request is not carried out.
std::optional<engine::Hit> decide_fault(const operations::Call& call, engine::Visit& visit);

// Does to the answer what the fault does.
void inject_fault(const engine::Hit& hit, http::Response& response);

}  // namespace irisim::request
