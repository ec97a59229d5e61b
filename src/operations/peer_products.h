#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// The products of a SIP peer and what is set for each: …/sippeers/{sippeerId}/products and below.
Answer list_peer_products(const Call& call, engine::Visit& world);

// Any setting of peer_setting.h, by the path of the operation. A change that breaks a rule leaves
// the setting as it was.
Answer get_peer_setting(const Call& call, engine::Visit& world);
Answer set_peer_setting(const Call& call, engine::Visit& world);
Answer remove_peer_setting(const Call& call, engine::Visit& world);

Answer get_mms_settings(const Call& call, engine::Visit& world);  // …/features/mms/settings

// …/features/sms/smpp/hosts
Answer list_smpp_hosts(const Call& call, engine::Visit& world);
Answer add_smpp_host(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
