#pragma once

#include <span>

#include "operations/answer.h"
#include "operations/finding.h"
#include "store/orders.h"

namespace irisim::operations {

// An LSR order with all that any answer tells of it, below a root LsrOrder; each answer's shape
// picks its part.
xml::Document lsr_view(const store::Order& order);
xml::Document lsr_view(xml::Document document, const store::Order& order);

// 201 or 200: the order in an LsrOrderResponse.
Answer lsr_answer(int status, const xml::Document& view);

// 400 with every finding, and the order as it would have been, whose status is said to be FAILED.
Answer rejected_lsr(const catalog::Operation& operation, const xml::Document& view,
                    std::span<const Finding> findings);

}  // namespace irisim::operations
