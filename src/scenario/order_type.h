#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace irisim::scenario {

// A date in an order's document, by the name that it has in a scenario.
struct OrderDate {
  std::string name, element;
};

// An element of an order's document that a transition may set: to the time of the transition, or to
// what another element says then.
struct OrderStamp {
  std::string element;
  std::string source = {};  // empty: the time
};

// An order type whose orders live, with the states that the contract documents for it: those of the
// subscriptions table, and those of its own section that are not notified.
struct OrderType {
  std::string name;
  std::vector<std::string> states;
  std::vector<std::string> creations = {"create"};  // the actions that make an order
  std::vector<std::string> notified = {};           // the states that subscribers are told of
  bool names_completed_numbers = false;             // to them
  std::vector<OrderDate> dates = {};                // for transitions at a date
  std::vector<OrderStamp> stamps = {};              // what transitions may set
};

std::span<const OrderType> order_types();
std::vector<std::string> order_type_names();
const OrderType* find_order_type(std::string_view name);  // null when unknown

std::vector<std::string> stamp_names(const OrderType& type);  // their elements

// What a transition may do besides changing the state, such as giving the order its telephone
// numbers. It may turn out otherwise than the transition says: then the order takes the one of the
// same state for one of these actions instead.
struct Effect {
  std::string name;
  std::vector<std::string> types;  // of the orders that it can happen to
  std::vector<std::string> diversions;
};

std::span<const Effect> effects();
std::vector<std::string> effects_of(const OrderType& type);  // their names

// What a client or a tester does to an order, and how an effect may turn out; a transition names
// one of these, or a delay.
std::span<const std::string> actions();

}  // namespace irisim::scenario
