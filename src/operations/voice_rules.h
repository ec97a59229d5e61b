#pragma once

#include <span>

#include "operations/peer_setting.h"

namespace irisim::operations {

constexpr std::string_view kHttp = "HTTP";

// How a SIP peer takes calls (origination) and makes them (termination): by SIP, or by HTTP, which
// a Voice-V2 application of the account answers. Sections …/products/origination/settings and
// …/products/termination/settings. Going over to HTTP takes the peer's voice hosts away.
std::span<const PeerRule> origination_rules();
std::span<const PeerRule> termination_rules();

// Takes the hosts of the peer away, so that others can have their addresses, if it has gone over
// from SIP to HTTP.
void remove_voice_hosts(PeerCandidate& candidate);

// The application of that id, if it is one of the account and of the ServiceType; else what is
// wrong with it. `purpose` is what it is for, in the words of error 13648.
std::optional<Finding> check_application_of(const PeerCandidate& candidate, std::string_view id,
                                            std::string_view service, std::string_view purpose);

}  // namespace irisim::operations
