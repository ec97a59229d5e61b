#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// What is derived from the telephone numbers of an order: …/{orderid}/areaCodes, /npaNxx, /tns and
// /totals.
Answer count_area_codes(const Call& call, engine::Visit& world);
Answer count_npa_nxx(const Call& call, engine::Visit& world);
Answer list_numbers(const Call& call, engine::Visit& world);
Answer count_numbers(const Call& call, engine::Visit& world);

// <Quantity><Count>…</Count></Quantity>
Answer quantity(int64_t count);

}  // namespace irisim::operations
