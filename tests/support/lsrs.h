#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/support/portins.h"
#include "tests/support/server.h"

namespace irisim::test {

inline const std::string kLsrs = kAccount + "/lsrorders";

// The contract's examples of POST and PUT, with a FOC date that is a business day after the manual
// clock's start. The account's SPID is theirs.
std::string lsr_request();
inline const std::vector<std::string> kLsrNumbers = {"9192381468", "9192381467"};  // in it
std::string lsr_supp();

// A request with this list of numbers, instead of its own if it has one; the example of POST so.
std::string with_numbers(const std::string& request, const std::vector<std::string>& numbers);
std::string lsr_of(const std::vector<std::string>& numbers);

// Creates it and gives its id.
std::string create_lsr(Server& server, const std::string& request = lsr_request());
std::string lsr_path(const std::string& id);
std::string lsr_status(Server& server, const std::string& id);

// An element of each entry of the order's history, where it has it.
std::vector<std::string> lsr_history(Server& server, const std::string& id,
                                     const std::string& element);

// The codes of an answer's LsrOrderErrors, whether they are about the request or the order.
std::vector<std::string> lsr_codes(const Reply& reply);

// For a Server: accounts have this SPID in the seed; "" is none, "mult" several.
std::function<void(app::ServerOptions&)> with_spid(const std::string& spid);

}  // namespace irisim::test
