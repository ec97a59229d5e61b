#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/support/server.h"

namespace irisim::test {

// What the API says of a telephone number that somebody has.
struct HeldNumber {
  std::string status, account, in_service;  // as GET /tns has them; in_service: since when

  bool is_in_service() const { return status == "Inservice"; }
  bool operator==(const HeldNumber&) const = default;
};

// What the whole API says of who has which number, read at one moment of a world in which nothing
// else happens meanwhile. For accounts with site 743, its SIP peers 303716 and 303717 and no
// others.
struct NumberPicture {
  std::map<std::string, HeldNumber> held;
  std::set<std::string> available;  // what searches find

  // Fails the test wherever two answers contradict each other: searches, the list of all numbers
  // and the accounts' totals.
  static NumberPicture read(Server& server, const std::vector<std::string>& accounts);

  // In ascending order.
  std::vector<std::string> in_service(const std::string& account) const;

  // Likewise where the account's lists and totals, its site's and its SIP peers' contradict this.
  void check_account(Server& server, const std::string& account) const;
};

}  // namespace irisim::test
