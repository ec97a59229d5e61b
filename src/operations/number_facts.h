#pragma once

#include <optional>
#include <string_view>

#include "engine/session.h"
#include "operations/call.h"
#include "operations/refusal.h"

namespace irisim::operations {

// The status of a number that a port-in is to bring.
constexpr std::string_view kPortingIn = "PortInPendingFoc";

// What is known of a telephone number, from the store and the inventory together.
struct NumberFacts {
  store::Number number;     // of one that nobody has: without times and order
  std::string_view status;  // the number's own, or that it is being ported in
};

// Nothing for a number that nobody has, and that is not in the inventory to be had.
std::optional<NumberFacts> find_facts(engine::Session& session, Tn tn);

// Whether the user of the call may know of the account's numbers. Those that nobody has are for
// everybody.
bool may_see_account(const Call& call, std::string_view account);
bool may_see(const Call& call, const store::Number& number);

// The facts of the number of the path: 12512 when it is none, 4017 when there is no such number or
// the user may not see it.
Outcome<NumberFacts> facts_of_path(const Call& call, engine::Session& session);

// The number of the path; 12512 when it is none: with 404 where the contract documents no 400.
Outcome<Tn> number_of_path(const Call& call);

}  // namespace irisim::operations
