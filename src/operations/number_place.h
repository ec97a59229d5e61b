#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// Where a number is: /tns/{tn}/ratecenter, /lata and /lca, its local calling area. A toll-free
// number is nowhere: 15618.
Answer get_number_rate_center(const Call& call, engine::Visit& world);
Answer get_number_lata(const Call& call, engine::Visit& world);
Answer get_number_calling_area(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
