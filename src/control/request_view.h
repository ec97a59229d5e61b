#pragma once

#include <vector>

#include "engine/journal.h"
#include "json/value.h"

namespace irisim::control {

// An exchange of the journal, as the control API shows it.
json::Value entry_value(const engine::JournalEntry& entry);
json::Array entry_values(const std::vector<engine::Journal::Entry>& entries);

}  // namespace irisim::control
