#pragma once

#include <string>

#include "tests/support/portins.h"
#include "tests/support/server.h"

namespace irisim::test {

inline const std::string kSites = kAccount + "/sites";
inline const std::string kDefaultSite = kSites + "/743";  // of the seed
inline const std::string kDefaultPeer = kDefaultSite + "/sippeers/303716";

// The contract's examples, the SIP peer's with its placeholders filled in.
std::string site_request();
std::string peer_request();

// Creates it and gives its path.
std::string create_site(Server& server, const std::string& request = site_request());
std::string create_peer(Server& server, const std::string& request = peer_request(),
                        const std::string& site = kDefaultSite);

// The code of an answer's ResponseStatus.
std::string error_code(const Reply& reply);

}  // namespace irisim::test
