#include "operations/number_list_rules.h"

#include <algorithm>
#include <set>

namespace irisim::operations {

std::vector<Finding> check_number_list(std::span<const std::string> numbers) {
  if (numbers.empty()) return {broken_rule(5212)};
  if (std::ssize(numbers) > kMostNumbers) return {broken_rule(5211)};
  std::vector<Finding> findings;
  for (const std::string& number : numbers) {
    if (!is_nanp(number)) findings.push_back(broken_rule(5002, {number}, {}, "number"));
  }
  if (findings.size() == numbers.size()) return {broken_rule(5214)};
  if (std::set<std::string>(numbers.begin(), numbers.end()).size() < numbers.size())
    findings.push_back(broken_rule(5093));
  return findings;
}

std::vector<Tn> parse_tns(std::span<const std::string> numbers) {
  std::vector<Tn> result;
  for (const std::string& number : numbers) {
    if (const std::optional<Tn> tn = parse_tn(number)) result.push_back(*tn);
  }
  return result;
}

std::vector<std::string> format_tns(std::span<const Tn> numbers) {
  std::vector<std::string> result;
  result.reserve(numbers.size());
  std::ranges::transform(numbers, std::back_inserter(result), format_tn);
  return result;
}

}  // namespace irisim::operations
