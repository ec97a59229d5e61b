#include "operations/field_rules.h"

#include <algorithm>

namespace irisim::operations {
namespace {

std::vector<std::string> arguments(const FieldRule& rule, std::string_view text) {
  switch (rule.tells) {
    case FieldRule::kNothing:
      return {};
    case FieldRule::kText:
      return {std::string(text)};
    case FieldRule::kField:
      return {std::string(rule.field.substr(rule.field.rfind('/') + 1))};
  }
  return {};
}

bool is_alphanumeric(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

void check_fields(xml::Element element, std::span<const FieldRule> rules,
                  std::vector<Finding>& findings) {
  if (!element) return;
  for (const FieldRule& rule : rules) {
    const std::string_view text = element.at(rule.field).text();
    if (rule.is_broken(text))
      findings.push_back(broken_rule(rule.code, arguments(rule, text), {}, rule.wording));
  }
}

bool is_missing(std::string_view text) {
  return text.empty();
}

bool is_no_boolean(std::string_view text) {
  return !text.empty() && !is_boolean(text);
}

bool is_no_customer_order_id(std::string_view text) {
  constexpr size_t kLongest = 40;
  return text.size() > kLongest || !is_made_of(text, "- ");
}

bool is_made_of(std::string_view text, std::string_view others) {
  return std::ranges::all_of(
      text, [&](char c) { return is_alphanumeric(c) || others.find(c) != std::string_view::npos; });
}

}  // namespace irisim::operations
