#pragma once

#include "engine/world.h"
#include "http/message.h"

namespace irisim::request {

// Puts an exchange into the world's journal. The entry has what the pipeline knows of it; what the
// request consists of is taken out of it. Bodies are cut at 64 KB, secrets overwritten.
void record(http::Request& request, const http::Response& response, engine::JournalEntry entry,
            engine::World& world);

}  // namespace irisim::request
