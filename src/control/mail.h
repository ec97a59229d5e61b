#pragma once

#include "control/exchange.h"

namespace irisim::control {

// GET /__admin/mail, with filters; GET /__admin/mail/ID
http::Response list_mail(const Exchange& exchange);
http::Response get_mail(const Exchange& exchange);

// POST /__admin/mail/wait: answers when so many e-mails fit the query.
http::Response wait_for_mail(const Exchange& exchange);

// DELETE /__admin/mail: forgets what was sent; what digests will tell stays.
http::Response clear_mail(const Exchange& exchange);

}  // namespace irisim::control
