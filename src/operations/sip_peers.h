#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// The SIP peers of a site: …/sippeers GET, POST, …/sippeers/{sippeerId} GET, PUT and DELETE. The
// contract's sections "sippeers" and "sippeerId".
Answer list_sip_peers(const Call& call, engine::Visit& world);
Answer create_sip_peer(const Call& call, engine::Visit& world);
Answer get_sip_peer(const Call& call, engine::Visit& world);
Answer update_sip_peer(const Call& call, engine::Visit& world);
Answer remove_sip_peer(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
