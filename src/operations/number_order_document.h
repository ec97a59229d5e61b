#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "operations/number_criteria.h"
#include "xml/document.h"

namespace irisim::operations {

// The document of a new-number order: /accounts/{accountId}/orders, the tables of its POST.

// A kind of order: an element of its own, with what is looked for in it.
struct NumberOrderKind {
  std::string_view element;  // "AreaCodeSearchAndOrderType"
  std::vector<std::string_view> required;
  bool can_back_order = true;
  bool is_toll_free = false;
};

// The kind of the order that was sent or is stored, and its element; null for one that is unknown.
struct NumberOrderBody {
  const NumberOrderKind* kind = nullptr;
  xml::Element element;
};
NumberOrderBody find_body(xml::Element order);

// The order as it is stored: the elements that the contract knows, under its own names.
xml::Document read_number_order(xml::Element sent);

NumberCriteria criteria_of(const NumberOrderBody& body);

// What an order names that looks for nothing: the numbers, and the reservations that it may use.
bool names_numbers(const NumberOrderKind& kind);
std::vector<std::string> named_numbers(const NumberOrderBody& body);
std::vector<std::string> reservations(const NumberOrderBody& body);

// How many numbers are wanted; 0 when that is no number from 1 to 5000.
int64_t quantity_of(const NumberOrderBody& body);

}  // namespace irisim::operations
