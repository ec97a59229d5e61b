#include "operations/finding.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "catalog/catalog.h"
#include "operations/fields.h"

namespace irisim::operations {
namespace {

constexpr std::string_view kErrors = "Errors";
constexpr std::string_view kNumber = "TelephoneNumber";

void fill(xml::Element error, const Finding& finding, std::string_view item) {
  error.add("Code", std::to_string(finding.code));
  error.add("Description", finding.message);
  if (finding.numbers.empty()) return;
  xml::Element numbers = error.add("TelephoneNumbers");
  for (const std::string& number : finding.numbers) numbers.add(item, number);
}

}  // namespace

Finding broken_rule(int code, std::vector<std::string> arguments, std::vector<std::string> numbers,
                    std::string_view wording) {
  return {code, catalog::message(code, arguments, wording), std::move(numbers)};
}

void append(std::vector<Finding>& findings, std::vector<Finding> more) {
  std::ranges::move(more, std::back_inserter(findings));
}

void add_error(xml::Element order, const Finding& finding) {
  fill(order.add(kErrors), finding, kNumber);
}

std::vector<Finding> read_errors(xml::Element order) {
  std::vector<Finding> findings;
  for (const xml::Element errors : order.children()) {
    if (errors.name() != kErrors) continue;
    findings.push_back({static_cast<int>(to_number(errors.text("Code")).value_or(0)),
                        std::string(errors.text("Description")),
                        texts(errors.child("TelephoneNumbers"), kNumber)});
  }
  return findings;
}

void add_errors(xml::Element root, std::span<const Finding> findings) {
  for (const Finding& finding : findings) fill(root.add(kErrors), finding, "Tn");
}

void add_error_list(xml::Element parent, std::span<const Finding> findings, std::string_view list,
                    std::string_view item) {
  xml::Element errors = parent.add(list);
  for (const Finding& finding : findings) fill(errors.add(item), finding, kNumber);
}

}  // namespace irisim::operations
