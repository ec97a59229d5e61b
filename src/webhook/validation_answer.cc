#include "webhook/validation_answer.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/text.h"
#include "catalog/catalog.h"
#include "xml/document.h"

namespace irisim::webhook {
namespace {

using Objections = std::vector<store::Validations::Objection>;
using Wrong = std::optional<Error>;

constexpr int kApproved = 200, kRefused = 400;  // the statuses that the contract has
constexpr int kUnexpectedStatus = 7593, kEmptyBody = 7595, kNoReason = 7596;
constexpr std::string_view kRoot = "PortOutValidationResponse";

// What may stand in an element. The contract asks for the data that would have been valid, too,
// which nobody is told.
struct Part {
  std::string_view parent, element;
  bool is_repeated = false;
};
constexpr Part kParts[] = {
    {kRoot, "Portable"},         {kRoot, "PON"},     {kRoot, "Pin"},
    {kRoot, "AccountNumber"},    {kRoot, "ZipCode"}, {kRoot, "SubscriberName"},
    {kRoot, "TelephoneNumbers"}, {kRoot, "Errors"},  {"TelephoneNumbers", "TelephoneNumber", true},
    {"Errors", "Error", true},   {"Error", "Code"},  {"Error", "Description"},
};

std::string tag(std::string_view name) {
  return "<" + std::string(name) + ">";
}

Wrong check_parts(xml::Element parent) {
  std::vector<std::string_view> seen;
  for (const xml::Element child : parent.children()) {
    const std::string_view name = child.name();
    const auto* part = std::ranges::find_if(kParts, [&](const Part& candidate) {
      return candidate.parent == parent.name() && candidate.element == name;
    });
    if (part == std::end(kParts))
      return Error{"Unknown element " + tag(name) + " in " + tag(parent.name())};
    if (!part->is_repeated && std::ranges::find(seen, name) != seen.end())
      return Error{"Several elements " + tag(name) + " in " + tag(parent.name())};
    seen.push_back(name);
    if (Wrong wrong = check_parts(child)) return wrong;
  }
  return std::nullopt;
}

// "Customer info does not match - Smith, not Jones": with the explanation, unless that says it all.
std::string message_of(int code, std::string_view explanation) {
  const std::string known = catalog::has_message(code) ? catalog::message(code) : "";
  if (explanation.empty()) return known.empty() ? "Unrecognized error code" : known;
  if (known.empty() || explanation.starts_with(known)) return std::string(explanation);
  return known + " - " + std::string(explanation);
}

Result<Objections> read_errors(xml::Element errors) {
  constexpr long kMost = 99999;
  Objections objections;
  for (const xml::Element error : errors.children()) {
    const std::string_view text = error.text("Code");
    if (text.empty()) return Error{"An <Error> has no <Code>"};
    const std::optional<long> code = all_digits(text) ? to_number(text) : std::nullopt;
    if (!code || *code == 0 || *code > kMost)
      return Error{"The <Code> '" + std::string(text) + "' is no error code"};
    const int known = static_cast<int>(*code);
    objections.push_back({known, message_of(known, error.text("Description"))});
  }
  return objections;
}

// Whether what was said is one answer.
Wrong check_sense(int status, bool is_portable, const Objections& objections) {
  if (!is_portable && objections.empty()) return Error{catalog::message(kNoReason)};
  if (is_portable && !objections.empty()) return Error{"<Portable> is true, and there are errors"};
  if (is_portable && status == kRefused) return Error{"<Portable> is true, and the status is 400"};
  return std::nullopt;
}

}  // namespace

Result<Objections> read_validation_answer(int status, std::string_view body) {
  const std::array status_text = {std::to_string(status)};
  if (status != kApproved && status != kRefused)
    return Error{catalog::message(kUnexpectedStatus, status_text)};
  if (trim(body).empty()) {
    if (status == kApproved) return Objections{};
    return Error{catalog::message(kEmptyBody, status_text)};
  }
  const auto document = xml::Document::parse(body);
  if (!document) return Error{"The answer is no XML: " + xml::describe(document.error())};
  const xml::Element root = document->root();
  if (root.name() != kRoot) return Error{"The root is " + tag(root.name()) + ", not " + tag(kRoot)};
  if (Wrong wrong = check_parts(root)) return std::move(*wrong);
  const std::string_view portable = root.text("Portable");
  if (portable != "true" && portable != "false")
    return Error{"<Portable> must be there, and true or false"};
  Result<Objections> objections = read_errors(root.child("Errors"));
  if (!objections) return objections;
  if (Wrong wrong = check_sense(status, portable == "true", *objections)) return std::move(*wrong);
  return objections;
}

}  // namespace irisim::webhook
