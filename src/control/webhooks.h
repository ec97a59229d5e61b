#pragma once

#include "control/exchange.h"

namespace irisim::control {

// GET /__admin/webhooks, with filters; GET /__admin/webhooks/ID
http::Response list_webhooks(const Exchange& exchange);
http::Response get_webhook(const Exchange& exchange);

// POST /__admin/webhooks/wait: answers when so many deliveries fit the query.
http::Response wait_for_webhooks(const Exchange& exchange);

// POST /__admin/webhooks/pause and /resume: what is queued meanwhile is sent afterwards.
http::Response pause_webhooks(const Exchange& exchange);
http::Response resume_webhooks(const Exchange& exchange);

// POST /__admin/webhooks/ID/redeliver: sends one that is at its end once more, by one attempt, or
// one that is put off at once.
http::Response redeliver_webhook(const Exchange& exchange);

}  // namespace irisim::control
