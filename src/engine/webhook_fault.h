#pragma once

#include <span>
#include <string>

#include "engine/session.h"

namespace irisim::engine {

// Puts a notification into the outbox, with what a fault rule does to it: that is decided here,
// once, and counted in the session's transaction. The numbers are those of an event; what is of an
// order (null: an event) is looked up.
void put_in_outbox(Session& session, store::Delivery delivery, const store::Order* order,
                   std::span<const std::string> numbers);

}  // namespace irisim::engine
