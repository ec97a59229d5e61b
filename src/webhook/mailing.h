#pragma once

#include "webhook/errand.h"

namespace irisim::webhook {

// An e-mail to the world's relay, by SMTP. Its "250" delivers it. Nobody wants it any more when the
// e-mail was deleted or the world has no relay now.
const Errand& mail_errand();

}  // namespace irisim::webhook
