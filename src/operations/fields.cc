#include "operations/fields.h"

#include <algorithm>

#include "base/text.h"

namespace irisim::operations {
namespace {

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

void copy_fields(xml::Element to, xml::Element from, std::span<const std::string_view> names) {
  for (const std::string_view name : names) copy_field(to, from, name);
}

void copy_field(xml::Element to, xml::Element from, std::string_view name) {
  if (const xml::Element field = from.child(name)) to.add(name, field.text());
}

std::vector<std::string> texts(xml::Element list, std::string_view item) {
  std::vector<std::string> result;
  for (const xml::Element element : list.children()) {
    if (equal_ignoring_case(element.name(), item) && !element.text().empty())
      result.emplace_back(element.text());
  }
  return result;
}

std::string difference(std::string_view name, std::string_view before, std::string_view after) {
  const auto shown = [](std::string_view value) {
    return value.empty() ? "\"\"" : std::string(value);
  };
  return std::string(name) + " : " + shown(before) + " --> " + shown(after);
}

bool is_true(std::string_view text) {
  return equal_ignoring_case(text, "true");
}

bool is_boolean(std::string_view text) {
  return is_true(text) || equal_ignoring_case(text, "false");
}

bool is_customer_order_id(std::string_view text) {
  constexpr size_t kLongest = 40;
  return text.size() <= kLongest && std::ranges::all_of(text, [](char c) {
           return is_alphanumeric(c) || c == '-' || c == ' ';
         });
}

}  // namespace irisim::operations
