#pragma once

#include <span>
#include <string>

#include "operations/peer_setting.h"

namespace irisim::operations {

// How a SIP peer exchanges MMS: by HTTP, or by MM4 with hosts. Section …/messaging/features/mms.
std::span<const PeerRule> mms_rules();

// "HTTP", "MM4", in capitals. The contract writes the element with a small first letter for HTTP,
// and so do stored documents.
std::string mms_protocol(xml::Element feature);

}  // namespace irisim::operations
