#pragma once

#include <string>

#include "engine/session.h"

namespace irisim::operations {

// The effect "fill": gives a new-number order what it can have of the numbers that it wants. All of
// them: the order goes on. Else the order says why not, and "back-order", "part" or "fail" is what
// becomes of it.
std::string fill_order(engine::Session& session, store::Order& order);

}  // namespace irisim::operations
