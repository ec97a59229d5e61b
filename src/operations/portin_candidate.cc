#include "operations/portin_candidate.h"

#include "operations/portin_document.h"

namespace irisim::operations {
namespace {

std::optional<Timestamp> changed_foc_date(xml::Element sent, xml::Element before) {
  const std::optional<Timestamp> date = parse_timestamp(sent.text("RequestedFocDate"));
  const std::optional<Timestamp> known = parse_timestamp(before.text("RequestedFocDate"));
  return date && known && date->instant == known->instant ? std::nullopt : date;
}

}  // namespace

Candidate::Candidate(xml::Element whole, xml::Element part, Instant at, xml::Element former)
    : order(whole),
      sent(part),
      now(at),
      before(former),
      foc(changed_foc_date(part, former)),
      subscriber(whole.child("Subscriber")),
      address(subscriber.child("ServiceAddress")),
      numbers(portin_numbers(whole)) {}

void apply(std::span<const PortinRule> rules, const Candidate& candidate,
           std::vector<Finding>& findings) {
  for (const PortinRule& rule : rules) {
    if (Broken broken = rule.check(candidate))
      findings.push_back(broken_rule(rule.code, std::move(*broken)));
  }
}

}  // namespace irisim::operations
