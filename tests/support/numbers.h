#pragma once

#include <string>
#include <vector>

#include "tests/support/server.h"

namespace irisim::test {

inline const std::string kSite = "/accounts/9999999/sites/743";
inline const std::string kPeer = kSite + "/sippeers/303716";
inline const std::string kOtherPeer = kSite + "/sippeers/303717";

// Puts the numbers in service on kPeer by a port-in that completes at once, and gives its id.
std::string put_in_service(Server& server, const std::vector<std::string>& numbers);

// Worlds start with what this seed file says; it must be one.
void use_seed(app::ServerOptions& options, const std::string& text);

// Gives each account's site 743 a second SIP peer, kOtherPeer.
void with_other_peer(app::ServerOptions& options);

// The account that may do little may do these things with its numbers: "ORDERING, LNP".
inline const std::string kBareAccount = "/accounts/9900001";
void with_features(app::ServerOptions& options, const std::string& features);

// Numbers of the shipped inventory that nobody has: one of RALEIGH, NC, and one of nowhere.
std::string available_number();

std::string available_toll_free_number();

// The document of a POST of /tns.
std::string tn_list(const std::vector<std::string>& numbers);

// <SipPeerTelephoneNumbers>: the body of movetns.
std::string move_request(const std::vector<std::string>& numbers);

// The settings of a number, with these elements besides its FullNumber.
std::string settings_request(const std::string& number, const std::string& elements);

}  // namespace irisim::test
