#pragma once

#include "control/filter_query.h"
#include "store/mails.h"

namespace irisim::control {

// What is asked of the e-mails of a world.
using MailQuery = FilterQuery<store::MailFilter>;

// The query in the parameters of a GET, and the one in a body that waits. The error is for the
// client.
Result<MailQuery> read_mail_query(const http::Query& parameters);
Result<MailQuery> read_mail_query(const http::Request& request);

}  // namespace irisim::control
