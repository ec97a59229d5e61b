#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "xml/element.h"

namespace irisim::operations {

// A field that a client writes, under the contract's name: a text, or an element with fields of its
// own, of which there may be several.
struct Field {
  std::string_view name;
  std::vector<Field> inside = {};
  bool repeats = false;
};

// Adds to `into` what is known of what was sent, in the order of the fields; all else is left out,
// and so are empty texts. An element that does not repeat and was sent several times (some clients
// write each item of a list so) is taken for one.
void take_fields(const std::vector<Field>& fields, xml::Element sent, xml::Element into);

// The texts of a list's items of that name, empty ones left out.
std::vector<std::string> texts(xml::Element list, std::string_view item);

// Nothing for an empty text.
std::optional<std::string> optional_text(std::string_view text);

// A change of a field, as an order's history has it: 'Name : "" --> Zip Order'.
std::string difference(std::string_view name, std::string_view before, std::string_view after);

}  // namespace irisim::operations
