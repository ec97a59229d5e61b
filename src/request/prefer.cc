#include "request/prefer.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace irisim::request {
namespace {

std::string documented_codes(const catalog::Operation& operation) {
  std::vector<std::string> codes;
  for (const catalog::Outcome& outcome : operation.outcomes)
    codes.push_back(std::to_string(outcome.status));
  return join(codes, ", ");
}

const catalog::Outcome* find_outcome(const catalog::Operation& operation, std::string_view code) {
  constexpr size_t kDigits = 3;
  const std::optional<long> status = to_number(code);
  if (!status || code.size() != kDigits) return nullptr;
  return operation.find(static_cast<int>(*status));
}

std::string example_names(const catalog::Outcome& outcome) {
  std::vector<std::string> names;
  for (const catalog::Example& example : outcome.examples) names.emplace_back(example.name);
  return names.empty() ? "none" : join(names, ", ");
}

std::string name_of(const catalog::Operation& operation) {
  return std::string(operation.method) + " " + std::string(operation.path);
}

// All preferences of all Prefer headers: "code=404, example=draft" or "code=404; example=draft".
std::vector<std::string_view> preferences(const http::Request& request) {
  std::vector<std::string_view> result;
  for (const auto& [name, value] : request.headers) {
    if (!equal_ignoring_case(name, "Prefer")) continue;
    for (const std::string_view list : split(value, ',')) {
      for (const std::string_view preference : split(list, ';')) {
        if (!trim(preference).empty()) result.push_back(trim(preference));
      }
    }
  }
  return result;
}

}  // namespace

Result<Preference> read_preference(const http::Request& request,
                                   const catalog::Operation& operation) {
  Preference preference;
  std::optional<std::string> example;
  for (const std::string_view text : preferences(request)) {
    const size_t equals = text.find('=');
    const std::string_view name = trim(text.substr(0, equals));
    const std::string_view value =
        equals == std::string_view::npos ? "" : trim(text.substr(equals + 1));
    const bool is_code = equal_ignoring_case(name, "code");
    const bool is_example = equal_ignoring_case(name, "example");
    if ((is_code && preference.outcome != nullptr) || (is_example && example)) {
      return Error{"Prefer: " + lower(name) + " is given twice"};
    }
    if (is_code) {
      preference.outcome = find_outcome(operation, value);
      if (preference.outcome == nullptr) {
        return Error{"Prefer: code=" + std::string(value) + " is not documented for " +
                     name_of(operation) + ". Documented: " + documented_codes(operation)};
      }
    } else if (is_example) {
      example = std::string(value);
    } else {
      return Error{"Prefer: '" + std::string(text) +
                   "' is unknown. Known: code=STATUS, example=NAME"};
    }
    preference.applied += (preference.applied.empty() ? "" : ", ") + lower(name) + "=";
    preference.applied += value;
  }
  if (preference.applied.empty()) return preference;
  if (preference.outcome == nullptr) preference.outcome = &operation.success();
  if (!preference.outcome->examples.empty())
    preference.example = &preference.outcome->examples.front();
  if (example) {
    preference.example = preference.outcome->find(*example);
    if (preference.example == nullptr) {
      return Error{"Prefer: example=" + *example + " does not exist for status " +
                   std::to_string(preference.outcome->status) + " of " + name_of(operation) +
                   ". Examples: " + example_names(*preference.outcome)};
    }
  }
  return preference;
}

}  // namespace irisim::request
