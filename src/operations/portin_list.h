#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// …/portins and …/sites/{siteId}/portins: the port-ins of an account or a site, with filters and
// pages.
Answer list_portins(const Call& call, engine::Visit& world);

// …/portins/totals
Answer count_portins(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
