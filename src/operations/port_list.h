#pragma once

#include <string_view>

#include "engine/visit.h"
#include "operations/answer.h"
#include "operations/call.h"
#include "operations/order_page.h"
#include "xml/element.h"

namespace irisim::operations {

// What an entry tells besides what all do: `document` is the order's.
using AddPortDetails = void (*)(xml::Element entry, const store::Order& order,
                                xml::Element document);

// Lists of port-ins or port-outs in an LNPResponseWrapper, with filters and pages. `type` is the
// entries' OrderType.
Answer list_ports(const Call& call, engine::Visit& world, const OrderList& list,
                  std::string_view type, AddPortDetails add_details);

}  // namespace irisim::operations
