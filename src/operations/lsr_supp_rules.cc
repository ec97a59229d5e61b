#include "operations/lsr_supp_rules.h"

#include <algorithm>

#include "base/text.h"
#include "operations/lsr_document.h"

namespace irisim::operations {
namespace {

constexpr int kFixed = 17025;
constexpr std::string_view kOfStatus = "orderStatus";  // the wording of 17025 for that
constexpr int kNoOverride = 17034;
constexpr int kOver = 17015;
constexpr int kNoSupp = 17035;

}  // namespace

bool is_cancellation(xml::Element sent) {
  static constexpr std::string_view kWords[] = {"CANCELLED", "CANCELED"};
  return std::ranges::any_of(kWords, [&](std::string_view word) {
    return equal_ignoring_case(word, sent.text("OrderStatus"));
  });
}

std::vector<Finding> check_lsr_supp(xml::Element sent, xml::Element shown) {
  std::vector<Finding> findings;
  if (const std::vector<std::string> names = fixed_changes(sent, shown); !names.empty())
    findings.push_back(broken_rule(kFixed, {join(names, ", "), names.size() > 1 ? "s" : ""}));
  const std::string status(sent.text("OrderStatus"));
  if (!status.empty() && status != shown.text("OrderStatus"))
    findings.push_back(broken_rule(kFixed, {status}, {}, kOfStatus));
  if (is_true(sent.text("OverrideValidation")) && shown.text("OrderStatus") != "EXCEPTION")
    findings.push_back(broken_rule(kNoOverride));
  return findings;
}

Finding unmodifiable(bool is_over) {
  return broken_rule(is_over ? kOver : kNoSupp);
}

}  // namespace irisim::operations
