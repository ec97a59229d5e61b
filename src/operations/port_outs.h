#pragma once

#include <span>

#include "base/telephone_number.h"
#include "engine/session.h"

namespace irisim::operations {

// Numbers that leave an account, by no order of its own: the contract's sections "portouts", and
// "subscriptions" for the event MESSAGING_LOST.

// Makes an order of the type "portouts" for each account that loses numbers to the order, and
// activates it, which completes it; tells its subscribers of messaging that is lost. Gives these
// orders. To be called before the numbers change hands.
std::vector<store::Order> record_port_outs(engine::Session& session, const store::Order& winner,
                                           std::span<const Tn> numbers);

}  // namespace irisim::operations
