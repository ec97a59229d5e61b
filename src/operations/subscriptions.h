#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// What a customer wants to be told of by e-mail or by a call to a URL:
// /accounts/{accountId}/subscriptions and …/{subscriptionid}. The contract's section
// "subscriptions". One that has expired is as if it had been deleted.
Answer list_subscriptions(const Call& call, engine::Visit& world);
Answer create_subscription(const Call& call, engine::Visit& world);
Answer get_subscription(const Call& call, engine::Visit& world);

// Says everything anew, the time until it expires included.
Answer replace_subscription(const Call& call, engine::Visit& world);
Answer remove_subscription(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
