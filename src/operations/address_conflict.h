#pragma once

#include <optional>

#include "operations/answer.h"

namespace irisim::operations {

// 409 with the address that geocoding recommends and the document that was sent, if the address in
// it has to be corrected; nothing if it passes or there is none.
std::optional<Answer> address_conflict(const Call& call, xml::Element address);

}  // namespace irisim::operations
