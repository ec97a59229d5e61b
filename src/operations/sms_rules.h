#pragma once

#include <span>
#include <string>

#include "operations/peer_setting.h"

namespace irisim::operations {

// How a SIP peer exchanges SMS, and with which SMPP hosts: section …/messaging/features/sms.
std::span<const PeerRule> sms_rules();
std::span<const PeerRule> sms_removal_rules();

// "SIP", "SMPP", "HTTP", in capitals.
std::string sms_protocol(xml::Element feature);

}  // namespace irisim::operations
