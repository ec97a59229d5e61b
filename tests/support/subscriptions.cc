#include "tests/support/subscriptions.h"

#include "tests/support/documents.h"
#include "tests/support/orders.h"

namespace irisim::test {
namespace {

std::string example(const std::string& file) {
  return source_file("fixtures/operations/accounts/accountId/subscriptions/post/" + file);
}

}  // namespace

std::string email_subscription(const std::string& type) {
  return with(without(example("request.xml"), "OrderId"), "OrderType", type);
}

std::string callback_subscription() {
  return without(example("request-callback-order.xml"),
                 "CallbackSubscription/CallbackCredentials/PublicKey");
}

std::string event_subscription() {
  return example("request-email-event.xml");
}

std::string create_subscription(Server& server, const std::string& request) {
  return kSubscriptions + "/" + create(server, kSubscriptions, request);
}

}  // namespace irisim::test
