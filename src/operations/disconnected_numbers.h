#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// /accounts/{accountId}/discnumbers: the numbers that the account has disconnected, within dates if
// they are given.
Answer list_disconnected_numbers(const Call& call, engine::Visit& world);
Answer count_disconnected_numbers(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
