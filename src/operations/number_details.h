#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// Who has a number and what for: /tns/{tn} and its tndetails, sites, sippeers, tnreservation and
// availableNnRoutes.
Answer get_number(const Call& call, engine::Visit& world);
Answer get_number_details(const Call& call, engine::Visit& world);
Answer get_number_site(const Call& call, engine::Visit& world);
Answer get_number_peer(const Call& call, engine::Visit& world);
Answer get_number_reservation(const Call& call, engine::Visit& world);
Answer get_number_routes(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
