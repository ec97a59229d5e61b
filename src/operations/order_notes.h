#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// The notes of an order: …/{orderid}/notes and …/notes/{noteId}.
Answer list_notes(const Call& call, engine::Visit& world);
Answer add_note(const Call& call, engine::Visit& world);
Answer update_note(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
