#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// …/sites GET: all sites of an account; with counts of telephone numbers (tnCounts), with their SIP
// peers (sipPeerDetails), or with little of each peer (summary, which overrides that).
Answer list_sites(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
