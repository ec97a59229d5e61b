#pragma once

#include "engine/world.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// The notes of an order: …/{orderid}/notes and …/notes/{noteId}.
Answer list_notes(const Call& call, engine::World& world);
Answer add_note(const Call& call, engine::World& world);
Answer update_note(const Call& call, engine::World& world);

}  // namespace irisim::operations
