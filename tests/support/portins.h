#pragma once

#include <string>

#include "tests/support/server.h"

namespace irisim::test {

inline const std::string kAccount = "/accounts/9999999";
inline const std::string kPortins = kAccount + "/portins";

// The contract's example of a port-in, with its placeholders filled in and a FOC date that is a
// business day after the manual clock's start. The number makes it another order.
std::string portin_request(const std::string& number = "9194809871");

// The text with the first occurrence of a part replaced; the part must be in it.
std::string replaced(std::string text, const std::string& part, const std::string& by);

// Creates it and gives its id.
std::string create_portin(Server& server, const std::string& request = portin_request());

// The ProcessingStatus of an order, by GET.
std::string status_of(Server& server, const std::string& id);

// Moves the order to a state by the control API.
void transition(Server& server, const std::string& id, const std::string& to);

}  // namespace irisim::test
