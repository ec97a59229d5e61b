#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/session.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// What the paths of all order types share: /accounts/{accountId}/…/TYPE/{orderid}/….

// The order of the path, if it is one of this account and type, and of the site if the path names
// one.
std::optional<store::Order> find_order(const Call& call, engine::Session& session);

// 404: without a body where the contract documents it so, else as an error of this operation.
Answer unknown_order(const Call& call);
Answer not_found(const Call& call, std::string_view description);

// 201 without a body, with where the new thing is.
Answer created(const Call& call, std::string_view id);
std::string location(const Call& call, std::string_view id);

}  // namespace irisim::operations
