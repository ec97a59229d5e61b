#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "xml/element.h"

namespace irisim::operations {

// Elements with a text, as clients send and the contract names them.

// Copies those that are present, under the names given here.
void copy_fields(xml::Element to, xml::Element from, std::span<const std::string_view> names);
void copy_field(xml::Element to, xml::Element from, std::string_view name);

// The texts of a list's items of that name, empty ones left out.
std::vector<std::string> texts(xml::Element list, std::string_view item);

// A change of a field, as an order's history has it: 'Name : "" --> Zip Order'.
std::string difference(std::string_view name, std::string_view before, std::string_view after);

// "true" and "false" in any case.
bool is_true(std::string_view text);
bool is_boolean(std::string_view text);

// At most 40 letters, digits, dashes and spaces.
bool is_customer_order_id(std::string_view text);

}  // namespace irisim::operations
