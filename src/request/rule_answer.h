#pragma once

#include <optional>
#include <string>

#include "engine/visit.h"
#include "http/message.h"
#include "operations/forms.h"
#include "scenario/rules.h"

namespace irisim::request {

// Adds to what rules see of the request the order that its path names, if there is one.
void look_up_order(const operations::Call& call, engine::Visit& visit);

// The answer that a rule gives to a request.
http::Response render_reply(const scenario::Reply& reply, const operations::Call& call,
                            engine::Visit& visit, const operations::Forms& forms);

}  // namespace irisim::request
