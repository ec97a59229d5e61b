#pragma once

#include <span>

#include "operations/peer_setting.h"

namespace irisim::operations {

// Which application a SIP peer's messages go to, and to which countries it may send: sections
// …/products/messaging/applicationSettings and …/products/messaging/settings.
std::span<const PeerRule> messaging_application_rules();
std::span<const PeerRule> messaging_settings_rules();

}  // namespace irisim::operations
