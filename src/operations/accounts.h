#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// What an account is and may use: /accounts/{accountId} and …/products. Both are the seed's and
// never change.
Answer get_account(const Call& call, engine::Visit& world);
Answer list_account_products(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
