#pragma once

#include "base/result.h"
#include "base/time.h"
#include "http/message.h"
#include "http/target.h"
#include "store/outbox.h"

namespace irisim::control {

// What is asked of a world's outbox.
struct DeliveryQuery {
  store::DeliveryFilter filter;
  int64_t count = 1;     // that are waited for
  Millis timeout{5000};  // wall time to wait for them
};

// The query in the parameters of a GET, and the one in a body that waits. The error is for the
// client.
Result<DeliveryQuery> read_delivery_query(const http::Query& parameters);
Result<DeliveryQuery> read_delivery_query(const http::Request& request);

}  // namespace irisim::control
