#include "operations/lsr_number_rules.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "operations/number_list_rules.h"

namespace irisim::operations {
namespace {

constexpr int kNoNumbers = 17003;
constexpr int kTooMany = 13522;
constexpr int kTollFree = 17005;
constexpr int kDuplicates = 17009;
constexpr int kInvalid = 17002;
constexpr int kAllInvalid = 5008;

bool is_toll_free_text(const std::string& text) {
  const std::optional<Tn> tn = parse_tn(text);
  return tn && is_toll_free(*tn);
}

// The numbers that have stood in the list before, each time again.
std::vector<std::string> repetitions(std::span<const std::string> numbers) {
  std::vector<std::string> again;
  std::set<std::string> seen;
  std::ranges::copy_if(numbers, std::back_inserter(again),
                       [&](const std::string& number) { return !seen.insert(number).second; });
  return again;
}

}  // namespace

std::string bracketed(std::span<const std::string> numbers) {
  return "[" + join(numbers, ", ") + "]";
}

void check_lsr_numbers(std::span<const std::string> numbers, std::vector<Finding>& findings) {
  if (numbers.empty()) {
    findings.push_back(broken_rule(kNoNumbers));
    return;
  }
  if (std::ssize(numbers) > kMostNumbers) {
    findings.push_back(broken_rule(kTooMany, {std::to_string(kMostNumbers)}));
    return;
  }
  if (std::ranges::any_of(numbers, is_toll_free_text)) findings.push_back(broken_rule(kTollFree));
  if (const std::vector<std::string> again = repetitions(numbers); !again.empty())
    findings.push_back(broken_rule(kDuplicates, {bracketed(again)}));
  // The example names a toll-free number among the invalid ones too.
  std::vector<std::string> invalid;
  std::ranges::copy_if(numbers, std::back_inserter(invalid), [](const std::string& number) {
    return !is_nanp(number) || is_toll_free_text(number);
  });
  if (invalid.size() == numbers.size()) {
    findings.push_back(broken_rule(kAllInvalid));
  } else if (!invalid.empty()) {
    findings.push_back(broken_rule(kInvalid, {bracketed(invalid)}));
  }
}

}  // namespace irisim::operations
