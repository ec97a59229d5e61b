#pragma once

#include <optional>

#include "operations/peer_setting.h"

namespace irisim::operations {

// A subnet that is larger than /20 is set up by Bandwidth's staff only; answered with 403.
constexpr int kSubnetTooLarge = 13674;

// The hosts that a SIP peer exchanges SMS with by SMPP: section …/sms/smpp/hosts. Gives hosts that
// have no id the next one, or that which their address had.
std::optional<Finding> check_smpp_hosts(PeerCandidate& candidate);

// Marks the addresses of the hosts as in use, and no others of the peer.
void keep_smpp_hosts(PeerCandidate& candidate);

}  // namespace irisim::operations
