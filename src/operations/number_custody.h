#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/telephone_number.h"
#include "engine/session.h"
#include "xml/element.h"

namespace irisim::operations {

// Who has a telephone number, and how it changes hands.

// The account that numbers are on which nobody has, in the contract's examples.
constexpr std::string_view kHoldingAccount = "753";

// Whether it may be ordered now: it is in the inventory, and nobody has it.
bool is_available(engine::Session& session, Tn tn);

// Puts the numbers in service on the order's SIP peer, whoever had them.
void assign(engine::Session& session, const store::Order& order, std::span<const Tn> numbers,
            bool is_protected);

// Keeps the numbers from everybody, for the order's account, until the order releases them.
void hold(engine::Session& session, const store::Order& order, std::span<const Tn> numbers,
          store::NumberStatus status);

// Gives the numbers back to the inventory.
void release(engine::Session& session, const store::Order& order, std::span<const Tn> numbers);

// Takes the numbers of a port-out away from its account, which has them in service: they leave for
// another carrier, and are not the inventory's any more.
void give_away(engine::Session& session, const store::Order& port_out, std::span<const Tn> numbers);

// Effects of transitions: the order's numbers go into service; they go back to the inventory as far
// as the order still holds them.
std::string put_in_service(engine::Session& session, store::Order& order);
std::string release_numbers(engine::Session& session, store::Order& order);

std::vector<Tn> numbers_of(engine::Session& session, const store::Order& order);

// Whether the order's TnAttributes name Protected.
bool asks_for_protection(xml::Element order);

}  // namespace irisim::operations
