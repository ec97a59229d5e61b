#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// Where a customer's messages and calls are announced by HTTP: /accounts/{accountId}/applications,
// …/{applicationId} and …/{applicationId}/associatedsippeers. A password is kept and never shown.
Answer list_applications(const Call& call, engine::Visit& world);
Answer create_application(const Call& call, engine::Visit& world);
Answer get_application(const Call& call, engine::Visit& world);
Answer replace_application(const Call& call, engine::Visit& world);
Answer patch_application(const Call& call, engine::Visit& world);

// Not while a SIP peer refers to it, nor the last one for calls while a peer takes calls by HTTP.
Answer remove_application(const Call& call, engine::Visit& world);

Answer list_application_peers(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
