#pragma once

#include "store/sites.h"
#include "xml/document.h"

namespace irisim::operations {

// What a client writes of a SIP peer and how it is shown: the contract's section "sippeers", its
// table of elements.

// What is known of the sent document, under the contract's names; IsDefaultPeer included.
xml::Document take_sip_peer(xml::Element sent);

// Adds the peer as it is shown: whole, as lists of sites have it (without its hosts), or in short.
void add_sip_peer(xml::Element parent, const store::SipPeer& peer);
void add_sip_peer_details(xml::Element parent, const store::SipPeer& peer);
void add_sip_peer_summary(xml::Element parent, const store::SipPeer& peer);

// Takes the hosts for calls, of both directions, out of the peer's document.
void remove_hosts(store::SipPeer& peer);

}  // namespace irisim::operations
