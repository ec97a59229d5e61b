#pragma once

#include "webhook/errand.h"

namespace irisim::webhook {

// Asking an account whether numbers may leave it (contract:
// /callbacks/portOutValidationCallbackApi; engine/port_out_validation.h says when). An endpoint
// that does not answer, or with a 5xx, is asked again; in the end, and with an answer that is none,
// it has no objection.
const Errand& validation_errand();

// Has orders go on whose validations have been answered, as the answers say: to EXCEPTION or
// CANCELLED by the severest code, or with what they would have waited for. With a manual clock none
// does before all that is under way is back, so that it does not matter who answers first.
void go_on_answered(engine::Session& session);

}  // namespace irisim::webhook
