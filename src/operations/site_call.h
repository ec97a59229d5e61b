#pragma once

#include "engine/session.h"
#include "operations/call.h"
#include "operations/refusal.h"

namespace irisim::operations {

// What the paths below /accounts/{accountId}/sites share.

// The site of the path; 12016 when the account has none of that id.
Outcome<store::Site> find_site(const Call& call, engine::Session& session);

// The SIP peer of the path, if it is on the site of the path; else 13563 with the status.
Outcome<store::SipPeer> find_sip_peer(const Call& call, engine::Session& session,
                                      int otherwise = 400);

}  // namespace irisim::operations
