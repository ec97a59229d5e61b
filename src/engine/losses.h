#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/telephone_number.h"
#include "engine/session.h"

namespace irisim::engine {

// What an account loses to another's order.
struct Loss {
  std::string account;
  std::vector<Tn> numbers;
  std::vector<Tn> with_messaging;  // of them, what the account is told of by MESSAGING_LOST
};

// What accounts lose to the order, by account: its numbers that they have in service. Another order
// than an LSR takes nothing from its own account.
std::vector<Loss> losses(Session& session, const store::Order& winner, std::span<const Tn> numbers);

}  // namespace irisim::engine
