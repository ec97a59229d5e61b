#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// A site: …/sites POST, …/sites/{siteId} GET, PUT and DELETE. The contract's sections "sites" and
// "siteId".
Answer create_site(const Call& call, engine::Visit& world);
Answer get_site(const Call& call, engine::Visit& world);
Answer update_site(const Call& call, engine::Visit& world);
Answer remove_site(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
