#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "http/message.h"
#include "operations/call.h"
#include "scenario/subject.h"

namespace irisim::operations {

// What rules see of a request: what it says itself in its path, headers and body. The order that
// its path names is not looked up (engine::add_order).
scenario::Subject subject_of(const catalog::Operation* operation,
                             const std::vector<std::string>& values,  // of the path's parameters
                             const std::vector<http::Header>& headers, const xml::Document* body);
scenario::Subject subject_of(const Call& call);

// The id of the order that the request's path names; nothing for other paths.
std::optional<std::string> order_id(const catalog::Operation& operation,
                                    const std::vector<std::string>& values);

}  // namespace irisim::operations
