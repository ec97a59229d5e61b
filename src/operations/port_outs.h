#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/telephone_number.h"
#include "engine/session.h"

namespace irisim::operations {

// Numbers that leave an account, by no order of its own: the contract's sections "portouts", and
// "subscriptions" for the event MESSAGING_LOST.

struct Loss {
  std::string account;
  std::vector<Tn> numbers;
  std::vector<Tn> with_messaging;  // of them, what the account is told of by MESSAGING_LOST
};

// What accounts lose to the order, by account: its numbers that they have in service. Another order
// than an LSR takes nothing from its own account.
std::vector<Loss> losses(engine::Session& session, const store::Order& winner,
                         std::span<const Tn> numbers);

// Makes an order of the type "portouts" for each account that loses numbers to the order, and
// activates it, which completes it; tells its subscribers of messaging that is lost. Gives these
// orders. To be called before the numbers change hands.
std::vector<store::Order> record_port_outs(engine::Session& session, const store::Order& winner,
                                           std::span<const Tn> numbers);

}  // namespace irisim::operations
