#pragma once

#include <optional>

#include "base/time.h"
#include "engine/session.h"
#include "engine/visitor.h"

namespace irisim::engine {

// What a world does by itself when its time has come: timers of orders, and digests. Deliveries are
// not on it: somebody else makes them, and the clock waits for that.

// When the next item is due.
std::optional<Instant> next_item(store::Store& store);

// Does it, in the session's transaction. Gives what has happened to an order, if something has.
std::optional<Happening> do_item(Session& session);

}  // namespace irisim::engine
