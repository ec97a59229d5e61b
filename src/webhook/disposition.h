#pragma once

#include <string_view>

namespace irisim::webhook {

// What an order does whose numbers an account does not let go, by the account's code. The severer,
// the greater.
enum class Disposition { kGoesOn, kException, kCancelled };

// The contract's table in /callbacks/portOutValidationCallbackApi.
Disposition disposition_of(int code);
bool is_known_objection(int code);  // whether the table has it

// The state that the order goes to; empty when it goes on.
std::string_view state_of(Disposition disposition);

}  // namespace irisim::webhook
