#pragma once

#include <string_view>
#include <vector>

#include "operations/finding.h"
#include "store/hosts.h"
#include "xml/element.h"

namespace irisim::operations {

// The voice and termination hosts of a SIP peer's document.
std::vector<store::Host> sip_peer_hosts(xml::Element peer);

// Every broken rule on them that needs nothing but the request.
std::vector<Finding> check_hosts(xml::Element peer);

// Termination addresses cannot be shared anywhere; voice hosts can. `account` and `peer` are whose
// they are to be; the peer is empty for a new one.
std::vector<Finding> check_hosts_in_world(xml::Element peer, store::Hosts& hosts,
                                          std::string_view account, std::string_view peer_id);

}  // namespace irisim::operations
