#pragma once

#include <string>
#include <string_view>

#include "engine/session.h"
#include "xml/document.h"

namespace irisim::engine {

// What is POSTed to endpoints of clients (contract: /callbacks) is of this type.
inline constexpr std::string_view kCallbackType = "application/xml";

// As the contract prints it there.
std::string print_callback(const xml::Document& document);

// A delivery of the kind, on behalf of the account, that is due at once; the rest is the caller's.
store::Delivery new_delivery(const Session& session, store::Delivery::Kind kind,
                             std::string_view account);

}  // namespace irisim::engine
