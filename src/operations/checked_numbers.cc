#include "operations/checked_numbers.h"

#include <set>

#include "base/text.h"

namespace irisim::operations {
namespace {

constexpr size_t kMost = 5'000;  // as many as a bulk port-in takes

constexpr int kEmptyNumber = 7102;
constexpr int kNotNanp = 7201;
constexpr int kTooMany = 7314;
constexpr int kNone = 7316;
constexpr int kDuplicate = 7360;

}  // namespace

CheckedNumbers read_checked_numbers(xml::Element list, std::string_view item) {
  CheckedNumbers result;
  std::vector<Finding>& findings = result.findings;
  std::set<Tn> seen;
  bool has_empty = false, has_duplicate = false;
  size_t count = 0;
  for (const xml::Element element : list.children()) {
    if (!equal_ignoring_case(element.name(), item)) continue;
    ++count;
    const std::string_view text = element.text();
    if (const std::optional<Tn> tn = parse_tn(text)) {
      has_duplicate |= !seen.insert(*tn).second;
      result.numbers.push_back(*tn);
    } else if (text.empty()) {
      has_empty = true;
    } else {
      findings.push_back(broken_rule(kNotNanp, {std::string(text)}));
    }
  }
  if (count == 0) findings.push_back(broken_rule(kNone));
  if (count > kMost) findings.push_back(broken_rule(kTooMany, {std::to_string(kMost)}));
  if (has_empty) findings.push_back(broken_rule(kEmptyNumber));
  if (has_duplicate) findings.push_back(broken_rule(kDuplicate));
  return result;
}

Answer refuse_check(std::string_view root, std::span<const Finding> findings) {
  xml::Document document(root);
  add_errors(document.root(), findings);
  return answer(400, std::move(document));
}

void add_numbers(xml::Element parent, std::string_view element, std::string_view item,
                 std::span<const Tn> numbers) {
  xml::Element list = parent.add(element);
  for (const Tn tn : numbers) list.add(item, format_tn(tn));
}

}  // namespace irisim::operations
