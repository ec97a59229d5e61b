#pragma once

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"

namespace irisim::operations {

// Questions about telephone numbers that change nothing: POST /accounts/{accountId}/lnpchecker
// tells how each can be ported in, …/importTnChecker which can be imported.
Answer check_portability(const Call& call, engine::Visit& world);
Answer check_import(const Call& call, engine::Visit& world);

}  // namespace irisim::operations
