#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// /accounts/{accountId}/lsrorders GET: the oldest 1,000 of those that are asked for.
Answer list_lsrs(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
