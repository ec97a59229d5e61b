#pragma once

#include <string>

#include "tests/support/portins.h"
#include "tests/support/server.h"

namespace irisim::test {

inline const std::string kSubscriptions = kAccount + "/subscriptions";

// The contract's examples: by e-mail for the orders of a type, by a call to a URL for the type
// "orders", by e-mail for an event. The first without its OrderId, the second without its
// PublicKey, of which only the beginning and the end are shown.
std::string email_subscription(const std::string& type = "portins");
std::string callback_subscription();
std::string event_subscription();

// Creates it and gives its path.
std::string create_subscription(Server& server, const std::string& request);

}  // namespace irisim::test
