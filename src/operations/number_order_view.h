#pragma once

#include <span>
#include <string>

#include "base/time.h"
#include "inventory/inventory.h"
#include "store/orders.h"
#include "xml/document.h"

namespace irisim::operations {

// The OrderResponse to the POST that made the order.
xml::Document new_number_order_view(const store::Order& order);

// The OrderResponse of an order that came into its state at `since`, with its numbers; with an
// inventory, with details of the numbers.
xml::Document number_order_view(const store::Order& order, Instant since,
                                std::span<const std::string> numbers,
                                const inventory::Inventory* inventory);

// What the inventory says of a number, as elements.
void add_number_details(xml::Element parent, Tn tn, const inventory::Inventory& inventory);

}  // namespace irisim::operations
