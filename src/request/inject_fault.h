#pragma once

#include <optional>

#include "engine/visit.h"
#include "http/message.h"
#include "operations/forms.h"

namespace irisim::request {

// What goes wrong with a request on purpose: decided once, before it is carried out; done to the
// answer here, or carried in it to the socket.

// The fault that hits the request, if one does. The visitor remembers it.
std::optional<engine::Hit> decide_fault(const operations::Call& call, engine::Visit& visit);

// The answer that the fault gives in place of carrying the request out; nothing when it gives none.
std::optional<http::Response> answer_by_fault(const std::optional<engine::Hit>& hit,
                                              const operations::Call& call, engine::Visit& visit,
                                              const operations::Forms& forms);

// Does to the answer what the fault does.
void inject_fault(const engine::Hit& hit, http::Response& response);

}  // namespace irisim::request
