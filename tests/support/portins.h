#pragma once

#include <string>
#include <vector>

#include "tests/support/server.h"

namespace irisim::test {

inline const std::string kAccount = "/accounts/9999999";
inline const std::string kPortins = kAccount + "/portins";

// The contract's example of a port-in, with its placeholders filled in and a FOC date that is a
// business day after the manual clock's start. The number makes it another order.
std::string portin_request(const std::string& number = "9194809871");

// The text with the first occurrence of a part replaced; the part must be in it.
std::string replaced(std::string text, const std::string& part, const std::string& by);

// The same, to be kept as a draft.
std::string draft_request(const std::string& number = "9194809871");

// Creates it and gives its id.
std::string create_portin(Server& server, const std::string& request = portin_request());

// Changes the order by a PUT of <LnpOrderSupp> with this in it.
Reply supp(Server& server, const std::string& id, const std::string& elements);

// Gives it an LOA file, a small text, and gives the file's name.
std::string add_loa(Server& server, const std::string& id);

// The ProcessingStatus of an order, by GET.
std::string status_of(Server& server, const std::string& id);

// The codes of an answer's Errors, in their order.
std::vector<std::string> error_codes(const Reply& reply);

// Moves the order to a state by the control API.
void transition(Server& server, const std::string& id, const std::string& to);

// Moves a new order on to FOC by the control API; the clock stays where it is.
void reach_foc(Server& server, const std::string& id);

}  // namespace irisim::test
