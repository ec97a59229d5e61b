#pragma once

#include "engine/world.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// What an account is and may use: /accounts/{accountId} and …/products. Both are the seed's and
// never change.
Answer get_account(const Call& call, engine::World& world);
Answer list_account_products(const Call& call, engine::World& world);

}  // namespace irisim::operations
