#pragma once

#include "engine/journal.h"
#include "engine/session.h"
#include "store/outbox.h"

namespace irisim::webhook {

// An attempt, now that it is over, as the journal has it, beside what clients ask.
engine::JournalEntry outgoing_exchange(const engine::Session& session,
                                       const store::Delivery& delivery,
                                       const store::Attempt& attempt);

}  // namespace irisim::webhook
