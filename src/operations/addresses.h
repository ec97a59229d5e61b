#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// The addresses that an account has given: /accounts/{accountId}/addresses. Its own is its billing
// address, those of its sites and SIP peers are of the types that they say.
Answer list_addresses(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
