#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// /accounts/{accountId}/availableNumbers: the numbers themselves.
Answer list_available_numbers(const Call& call, engine::Visit& world);

// /accounts/{accountId}/availableNpaNxx: how many there are with each NPA-NXX.
Answer list_available_npa_nxx(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
