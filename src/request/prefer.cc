#include "request/prefer.h"

#include <algorithm>
#include <set>
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

// What is read while the headers are gone through.
struct Wishes {
  const catalog::Operation& operation;
  Preference preference;
  std::optional<std::string> example;
};

using Fault = std::optional<Error>;

Fault read_code(std::string_view value, Wishes& wishes) {
  wishes.preference.outcome = find_outcome(wishes.operation, value);
  if (wishes.preference.outcome != nullptr) return std::nullopt;
  return Error{"Prefer: code=" + std::string(value) + " is not documented for " +
               name_of(wishes.operation) + ". Documented: " + documented_codes(wishes.operation)};
}

Fault read_example(std::string_view value, Wishes& wishes) {
  wishes.example = std::string(value);
  return std::nullopt;
}

Fault read_delay(std::string_view value, Wishes& wishes) {
  constexpr long kLongest = 600'000;
  const std::optional<long> delay = to_number(value);
  if (!delay || *delay < 0 || *delay > kLongest) {
    return Error{"Prefer: delay=" + std::string(value) +
                 " is no number of milliseconds from 0 to " + std::to_string(kLongest)};
  }
  wishes.preference.fault.delay = std::chrono::milliseconds(*delay);
  return std::nullopt;
}

Fault read_fault(std::string_view value, Wishes& wishes) {
  if (const std::optional<http::WireFault> fault = http::find_fault(value)) {
    wishes.preference.fault.kind = fault->kind;
    wishes.preference.fault.pause = fault->pause;
    return std::nullopt;
  }
  std::vector<std::string> known;
  for (const http::NamedFault& fault : http::named_faults()) known.emplace_back(fault.name);
  return Error{"Prefer: fault=" + std::string(value) + " is unknown" +
               did_you_mean(upper(value), known) + ". Faults: " + join(known, ", ")};
}

struct Known {
  std::string_view name, value;
  Fault (*read)(std::string_view value, Wishes& wishes);
};
constexpr Known kKnown[] = {
    {"code", "STATUS", read_code},
    {"example", "NAME", read_example},
    {"delay", "MILLISECONDS", read_delay},
    {"fault", "NAME", read_fault},
};

std::string known_preferences() {
  std::vector<std::string> forms;
  for (const Known& known : kKnown)
    forms.push_back(std::string(known.name) + "=" + std::string(known.value));
  return join(forms, ", ");
}

// The documented answer that the code and the example name together.
Fault choose_answer(Wishes& wishes) {
  Preference& preference = wishes.preference;
  if (wishes.example && preference.outcome == nullptr)
    preference.outcome = &wishes.operation.success();
  if (preference.outcome == nullptr) return std::nullopt;
  if (!preference.outcome->examples.empty())
    preference.example = &preference.outcome->examples.front();
  if (!wishes.example) return std::nullopt;
  preference.example = preference.outcome->find(*wishes.example);
  if (preference.example != nullptr) return std::nullopt;
  return Error{"Prefer: example=" + *wishes.example + " does not exist for status " +
               std::to_string(preference.outcome->status) + " of " + name_of(wishes.operation) +
               ". Examples: " + example_names(*preference.outcome)};
}

}  // namespace

Result<Preference> read_preference(const http::Request& request,
                                   const catalog::Operation& operation) {
  Wishes wishes{operation, {}, {}};
  std::set<std::string> given;
  for (const std::string_view text : preferences(request)) {
    const size_t equals = text.find('=');
    const std::string name = lower(trim(text.substr(0, equals)));
    const std::string_view value =
        equals == std::string_view::npos ? "" : trim(text.substr(equals + 1));
    const auto known = std::ranges::find(kKnown, name, &Known::name);
    if (known == std::end(kKnown)) {
      return Error{"Prefer: '" + std::string(text) + "' is unknown. Known: " + known_preferences()};
    }
    if (!given.insert(name).second) return Error{"Prefer: " + name + " is given twice"};
    if (const Fault fault = known->read(value, wishes)) return *fault;
    std::string& applied = wishes.preference.applied;
    applied += (applied.empty() ? "" : ", ") + name + "=";
    applied += value;
  }
  if (const Fault fault = choose_answer(wishes)) return *fault;
  return std::move(wishes.preference);
}

}  // namespace irisim::request
