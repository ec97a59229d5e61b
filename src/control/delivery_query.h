#pragma once

#include "control/filter_query.h"
#include "store/outbox.h"

namespace irisim::control {

// What is asked of a world's outbox.
using DeliveryQuery = FilterQuery<store::DeliveryFilter>;

// The query in the parameters of a GET, and the one in a body that waits. The error is for the
// client.
Result<DeliveryQuery> read_delivery_query(const http::Query& parameters);
Result<DeliveryQuery> read_delivery_query(const http::Request& request);

}  // namespace irisim::control
