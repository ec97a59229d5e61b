#pragma once

#include "webhook/errand.h"

namespace irisim::webhook {

// What a subscription is told (contract: /callbacks/notificationCallbackApi): to its URL, with its
// credentials. Any status from 200 to 299 delivers it.
const Errand& notification_errand();

}  // namespace irisim::webhook
