#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/session.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// What the paths of all order types share: /accounts/{accountId}/TYPE/{orderid}/….

// The order type that the path names: "portins".
std::string_view order_type(const Call& call);

// The order of the path, if it is one of this account and type.
std::optional<store::Order> find_order(const Call& call, engine::Session& session);

// 404: without a body where the contract documents it so, else as an error of this operation.
Answer unknown_order(const Call& call);
Answer not_found(const Call& call, std::string_view description);

// A person reads these: 201 with where the new thing is.
Answer created(const Call& call, std::string_view id);

}  // namespace irisim::operations
