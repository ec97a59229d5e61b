#include "operations/fields.h"

#include "base/text.h"

namespace irisim::operations {

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

bool is_true(std::string_view text) {
  return equal_ignoring_case(text, "true");
}

bool is_boolean(std::string_view text) {
  return is_true(text) || equal_ignoring_case(text, "false");
}

}  // namespace irisim::operations
