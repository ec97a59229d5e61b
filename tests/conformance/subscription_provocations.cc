#include "tests/conformance/provocations.h"
#include "tests/support/documents.h"
#include "tests/support/subscriptions.h"

namespace irisim::test {
namespace {

const std::string kUnknown = "/991a60d7-a612-48a5-a86e-326b51997cac";

std::string with_unknown_order() {
  return with(email_subscription(), "OrderId", "e75dc861-95ed-427e-8688-976132a69549");
}

#define SUBSCRIPTIONS "/accounts/{accountId}/subscriptions"
#define SUBSCRIPTION SUBSCRIPTIONS "/{subscriptionid}"
constexpr Provocation kProvocations[] = {
    {"GET", SUBSCRIPTIONS, 200,
     [](Server& server) {
       create_subscription(server, email_subscription());
       create_subscription(server, callback_subscription());
       create_subscription(server, event_subscription());
       return server.get(kSubscriptions);
     }},
    {"GET", SUBSCRIPTIONS, 400,
     [](Server& server) { return server.get(kSubscriptions + "?orderType=letters"); }},
    {"POST", SUBSCRIPTIONS, 201,
     [](Server& server) { return server.post(kSubscriptions, callback_subscription()); }},
    {"POST", SUBSCRIPTIONS, 400,
     [](Server& server) { return server.post(kSubscriptions, email_subscription("letters")); }},
    {"POST", SUBSCRIPTIONS, 404,
     [](Server& server) { return server.post(kSubscriptions, with_unknown_order()); }},
    {"POST", SUBSCRIPTIONS, 409,
     [](Server& server) {
       create_subscription(server, callback_subscription());
       return server.post(kSubscriptions, callback_subscription());
     }},
    {"GET", SUBSCRIPTION, 200,
     [](Server& server) { return server.get(create_subscription(server, email_subscription())); }},
    {"PUT", SUBSCRIPTION, 200,
     [](Server& server) {
       return server.put(create_subscription(server, email_subscription()),
                         callback_subscription());
     }},
    {"PUT", SUBSCRIPTION, 400,
     [](Server& server) {
       return server.put(create_subscription(server, email_subscription()),
                         email_subscription("letters"));
     }},
    {"PUT", SUBSCRIPTION, 404,
     [](Server& server) { return server.put(kSubscriptions + kUnknown, email_subscription()); }},
    {"DELETE", SUBSCRIPTION, 200,
     [](Server& server) {
       return server.remove(create_subscription(server, email_subscription()));
     }},
    {"DELETE", SUBSCRIPTION, 404,
     [](Server& server) { return server.remove(kSubscriptions + kUnknown); }},
};
#undef SUBSCRIPTION
#undef SUBSCRIPTIONS

}  // namespace

std::span<const Provocation> subscription_provocations() {
  return kProvocations;
}

}  // namespace irisim::test
