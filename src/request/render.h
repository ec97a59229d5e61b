#pragma once

#include <string>
#include <string_view>

#include "catalog/catalog.h"
#include "http/message.h"
#include "operations/answer.h"
#include "operations/forms.h"

namespace irisim::request {

// An answer that was computed.
http::Response render_live(const operations::Forms& forms, const catalog::Operation& operation,
                           operations::Answer answer);

// A documented answer, marked as such. `url` is that of the request, for the Location of what a
// POST has made.
http::Response render_replay(const catalog::Operation& operation, const catalog::Outcome& outcome,
                             const catalog::Example* example, std::string_view url);

// An error of a request that reaches no operation.
http::Response render_error(int status, std::string_view description);

}  // namespace irisim::request
