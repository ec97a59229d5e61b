#include "operations/portin_supp_rules.h"

#include <algorithm>

#include "base/text.h"
#include "operations/portability.h"
#include "operations/portin_document.h"

namespace irisim::operations {
namespace {

constexpr int kNotAllowed = 7483;
constexpr int kNumbersFixed = 7498;

// What the off-net partner with automated ports does not let change, with the code for it; some may
// change until there is a FOC date.
struct Restriction {
  std::string_view element;
  int code;
  bool until_foc = false;
};
constexpr Restriction kRestrictions[] = {
    {"BillingTelephoneNumber", 7305, true},
    {"NewBillingTelephoneNumber", 7305},
    {"Subscriber/SubscriberType", 7306, true},
    {"Subscriber/BusinessName", 7306, true},
    {"Subscriber/FirstName", 7306, true},
    {"Subscriber/MiddleInitial", 7306, true},
    {"Subscriber/LastName", 7306, true},
    {"Subscriber/ServiceAddress", 7307},
    {"WirelessInfo", 7308},
    {"CustomerOrderId", kNotAllowed},
    {"AlternateSpid", kNotAllowed},
    {"LoaAuthorizingPerson", kNotAllowed},
    {"PartialPort", kNotAllowed},
    {"Immediately", kNotAllowed},
    {"TnAttributes", kNotAllowed},
    {"SiteId", 7487},
    {"PeerId", 7487},
    {"ListOfPhoneNumbers", kNumbersFixed},
};

bool is_equal(xml::Element a, xml::Element b) {
  if (a.text() != b.text()) return false;
  const xml::Children of_a = a.children(), of_b = b.children();
  return std::equal(
      of_a.begin(), of_a.end(), of_b.begin(), of_b.end(),
      [](xml::Element x, xml::Element y) { return x.name() == y.name() && is_equal(x, y); });
}

bool is_restricted(const Restriction& restriction, const Candidate& candidate, bool has_foc) {
  if (!restriction.until_foc || has_foc) return true;
  // The subscriber's names may change if the type is sent with them.
  return restriction.element.starts_with("Subscriber/") &&
         candidate.sent.at("Subscriber/SubscriberType").text().empty();
}

void add_once(int code, std::vector<Finding>& findings) {
  if (std::ranges::find(findings, code, &Finding::code) == findings.end())
    findings.push_back(broken_rule(code));
}

void check_restrictions(const Candidate& candidate, bool has_foc, std::vector<Finding>& findings) {
  for (const Restriction& restriction : kRestrictions) {
    if (!is_equal(candidate.order.at(restriction.element),
                  candidate.before.at(restriction.element)) &&
        is_restricted(restriction, candidate, has_foc)) {
      add_once(restriction.code, findings);
    }
  }
}

}  // namespace

std::vector<Finding> check_supp(const Candidate& candidate, const store::Order& order,
                                bool has_reached_foc) {
  std::vector<Finding> findings;
  const std::string_view status = candidate.sent.text("ProcessingStatus");
  const bool is_draft = order.status == "DRAFT";
  // An unchanged status is an echo of what the client has read.
  if (!status.empty() && status != order.status && !(is_draft && status == "SUBMITTED")) {
    findings.push_back(
        broken_rule(7372, {std::string(status), is_draft ? "SUBMITTED" : order.status}));
  }
  if (is_draft) return findings;
  const std::string_view triggered = candidate.sent.text("Triggered");
  if (!triggered.empty() && is_true(triggered) != is_true(candidate.before.text("Triggered")))
    findings.push_back(broken_rule(7350));
  const std::string_view type = candidate.before.text("PortType");
  if (candidate.sent.child("ListOfPhoneNumbers") && portin_numbers(candidate.sent).empty()) {
    findings.push_back(broken_rule(7505));
  } else if (has_reached_foc && type != name_of(PortType::kInternal) &&
             candidate.numbers != portin_numbers(candidate.before)) {
    findings.push_back(broken_rule(kNumbersFixed));
  }
  if (type == name_of(PortType::kAutomatedOffNet))
    check_restrictions(candidate, has_reached_foc, findings);
  return findings;
}

}  // namespace irisim::operations
