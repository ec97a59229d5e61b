#pragma once

#include <string_view>
#include <vector>

#include "engine/session.h"
#include "operations/finding.h"
#include "store/sites.h"
#include "xml/element.h"

namespace irisim::operations {

// Every broken rule of a SIP peer that needs nothing but the request, in the order of the
// contract's table of elements.
std::vector<Finding> check_sip_peer(xml::Element peer);

// The rules that need the world, on a peer as it would be: its name on the site, its termination
// hosts. Its id is empty if it is new.
std::vector<Finding> check_sip_peer_in_world(const store::SipPeer& peer, xml::Element document,
                                             engine::Session& session, std::string_view account);

// Why a peer cannot be deleted: its site needs it as the default, it has features or numbers, or an
// order brings it some.
std::vector<Finding> check_removal(const store::SipPeer& peer, engine::Session& session,
                                   std::string_view account);

}  // namespace irisim::operations
