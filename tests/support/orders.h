#pragma once

#include <string>
#include <vector>

#include "tests/support/server.h"

namespace irisim::test {

// Requests for new numbers, disconnects and reservations, by an account of one's own.

using Numbers = std::vector<std::string>;

// <Order> with this in it, onto the site that every account starts with.
std::string number_order(const std::string& elements);
std::string existing_order(const Numbers& numbers, const std::string& reservation = "");
std::string disconnect_order(const Numbers& numbers, const std::string& elements = "");

// Posts it and gives the id of what was made, from the Location.
std::string create(Server& server, const std::string& path, const std::string& body);

// Puts the numbers, which must be available, into service in the account by an order.
void order_numbers(Server& server, const Numbers& numbers, const std::string& account = "9999999");

// Takes them out of service again.
void disconnect(Server& server, const Numbers& numbers, const std::string& elements = "");

// The codes of an ErrorList.
std::vector<std::string> listed_codes(const Reply& reply);

}  // namespace irisim::test
