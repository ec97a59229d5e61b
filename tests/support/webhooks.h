#pragma once

#include <string>
#include <vector>

#include "tests/support/endpoint.h"
#include "tests/support/subscriptions.h"

namespace irisim::test {

inline const std::string kWebhooks = "/__admin/webhooks";
inline const std::string kCallback = "CallbackSubscription";

// The contract's example of a subscription by a call, for all orders of the type, to the URL.
std::string subscription_to(const std::string& url, const std::string& type = "portins");

// Creates it and gives its path.
std::string subscribe(Server& server, const Endpoint& endpoint,
                      const std::string& type = "portins");

// What GET /__admin/webhooks lists.
json::Array webhooks(Server& server, const std::string& query = "");

// A member of each of the values.
std::vector<std::string> texts_of(const json::Array& values, const std::string& key);

// The times of the attempts of the only delivery.
std::vector<std::string> attempt_times(Server& server);

// Waits for so many deliveries in the state, without moving the clock.
void wait_for(Server& server, const std::string& state, int count = 1);

// An endpoint that fails so many times, and accepts then.
Endpoint::Answer failing(int times);

}  // namespace irisim::test
