#include "operations/subscription_routes.h"

#include "operations/subscriptions.h"

namespace irisim::operations {
namespace {

#define SUBSCRIPTIONS "/accounts/{accountId}/subscriptions"
#define SUBSCRIPTION SUBSCRIPTIONS "/{subscriptionid}"
constexpr Route kRoutes[] = {
    {"GET", SUBSCRIPTIONS, list_subscriptions},    {"POST", SUBSCRIPTIONS, create_subscription},
    {"GET", SUBSCRIPTION, get_subscription},       {"PUT", SUBSCRIPTION, replace_subscription},
    {"DELETE", SUBSCRIPTION, remove_subscription},
};
#undef SUBSCRIPTION
#undef SUBSCRIPTIONS

}  // namespace

std::span<const Route> subscription_routes() {
  return kRoutes;
}

}  // namespace irisim::operations
