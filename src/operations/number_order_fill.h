#pragma once

#include <string>

#include "engine/session.h"
#include "operations/finding.h"

namespace irisim::operations {

// The effect "fill": gives a new-number order what it can have of the numbers that it wants. All of
// them: the order goes on. Else the order says why not, and "back-order", "part" or "fail" is what
// becomes of it.
std::string fill_order(engine::Session& session, store::Order& order);

// The effect "fill-part": likewise, but one number at least is left out, as if somebody else had
// got it first. The order goes on when it got any, else "fail".
std::string fill_part_of_order(engine::Session& session, store::Order& order);

// What is said of an order that ends with some of its numbers, or with none.
Finding shortfall(bool has_any);

}  // namespace irisim::operations
