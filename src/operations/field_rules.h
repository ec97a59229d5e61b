#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "operations/finding.h"
#include "xml/element.h"

namespace irisim::operations {

// A rule on the text of one field, and the code that it is refused with.
struct FieldRule {
  enum Tells { kNothing, kText, kField };  // what the message is filled with

  int code = 0;
  std::string_view field;  // a path below the element that is checked
  bool (*is_broken)(std::string_view text) = nullptr;
  Tells tells = kNothing;
  std::string_view wording = {};  // of a code that has several
};

// Adds a finding for each rule that the element breaks. An absent element breaks none.
void check_fields(xml::Element element, std::span<const FieldRule> rules,
                  std::vector<Finding>& findings);

// Rules. All but the first hold for an empty text.
bool is_missing(std::string_view text);
bool is_no_boolean(std::string_view text);
template <size_t kMost>
bool is_longer_than(std::string_view text) {
  return count_characters(text) > kMost;
}

// At most 40 letters, digits, dashes and spaces.
bool is_no_customer_order_id(std::string_view text);

// Whether every character is a letter, a digit or one of the others.
bool is_made_of(std::string_view text, std::string_view others);

}  // namespace irisim::operations
