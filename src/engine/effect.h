#pragma once

#include <span>
#include <string>
#include <string_view>

#include "store/orders.h"

namespace irisim::engine {

struct Session;

// What a transition does besides changing the order's state, inside its transaction. It may change
// the order, which is stored afterwards. Gives the action whose transition the order takes instead,
// one of those that scenario::effects() names for it; empty: it goes on as it would.
struct Effect {
  std::string_view name;
  std::string (*perform)(Session& session, store::Order& order);
};
using Effects = std::span<const Effect>;

}  // namespace irisim::engine
