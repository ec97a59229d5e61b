#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// The numbers in service of an account, …/inserviceNumbers, and of a site,
// …/sites/{siteId}/inserviceNumbers: with criteria, by pages.
Answer list_account_numbers(const Call& call, engine::Visit& world);
Answer list_site_numbers(const Call& call, engine::Visit& world);

// How many there are: …/inserviceNumbers/totals and …/sites/{siteId}/totaltns.
Answer count_account_numbers(const Call& call, engine::Visit& world);
Answer count_site_numbers(const Call& call, engine::Visit& world);

// …/inserviceNumbers/{tn}: whether it is one of them.
Answer verify_number(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
