#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// …/hosts GET: the hosts of an account by site and SIP peer; `host` and `type` choose among them.
Answer list_hosts(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
