#pragma once

#include <span>

#include "operations/answer.h"
#include "operations/finding.h"
#include "store/orders.h"

namespace irisim::operations {

// A port-in with all that any answer tells of it; each answer's shape picks its part.
xml::Document portin_view(const store::Order& order);

// Likewise, made from the order's document where it is at hand.
xml::Document portin_view(xml::Document document, const store::Order& order);

// <Status> with the description that the operation's own documented answer has.
void add_status(xml::Element view, const catalog::Operation& operation, int status);

// 400 with every finding, and the request's content as it would have been taken. `id` is empty for
// a new order.
Answer rejected(const catalog::Operation& operation, std::string_view id, xml::Element order,
                std::span<const Finding> findings);

}  // namespace irisim::operations
