#include "operations/fields.h"

#include "base/text.h"

namespace irisim::operations {
namespace {

void take_field(const Field& field, xml::Element sent, xml::Element into) {
  if (field.inside.empty()) {
    if (!sent.text().empty() && (field.repeats || !into.child(field.name)))
      into.add(field.name, sent.text());
    return;
  }
  take_fields(field.inside, sent,
              field.repeats ? into.add(field.name) : into.child_or_add(field.name));
}

}  // namespace

void take_fields(const std::vector<Field>& fields, xml::Element sent, xml::Element into) {
  for (const Field& field : fields) {
    for (const xml::Element element : sent.children()) {
      if (equal_ignoring_case(element.name(), field.name)) take_field(field, element, into);
    }
  }
}

std::vector<std::string> texts(xml::Element list, std::string_view item) {
  std::vector<std::string> result;
  for (const xml::Element element : list.children()) {
    if (equal_ignoring_case(element.name(), item) && !element.text().empty())
      result.emplace_back(element.text());
  }
  return result;
}

std::optional<std::string> optional_text(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return std::string(text);
}

std::string difference(std::string_view name, std::string_view before, std::string_view after) {
  const auto shown = [](std::string_view value) {
    return value.empty() ? "\"\"" : std::string(value);
  };
  return std::string(name) + " : " + shown(before) + " --> " + shown(after);
}

}  // namespace irisim::operations
