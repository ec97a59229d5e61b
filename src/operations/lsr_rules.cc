#include "operations/lsr_rules.h"

#include <algorithm>

#include "base/spid.h"
#include "base/telephone_number.h"
#include "base/text.h"
#include "operations/field_rules.h"
#include "operations/lsr_date_rules.h"
#include "operations/lsr_document.h"
#include "operations/lsr_number_rules.h"
#include "operations/lsr_subscriber_rules.h"

namespace irisim::operations {
namespace {

constexpr int kNoPayload = 17000;
constexpr int kPonIsKnown = 17032;
constexpr int kPonOverlaps = 17033;

bool is_no_billing_number(std::string_view text) {
  if (text.empty()) return false;
  const std::optional<Tn> tn = parse_tn(text);
  return !tn || is_toll_free(*tn);
}

bool is_no_pon(std::string_view text) {
  constexpr size_t kLongest = 25;
  return text.size() > kLongest || !is_made_of(text, "-_#");
}

constexpr FieldRule kLabels[] = {
    {7318, "CustomerOrderId", is_no_customer_order_id},
    {7203, "BillingTelephoneNumber", is_no_billing_number},
};
constexpr FieldRule kPon[] = {
    {7120, "Pon", is_missing},
    {17004, "Pon", is_no_pon},
};

void check_authorizing_person(const LsrCandidate& candidate, std::vector<Finding>& findings) {
  constexpr size_t kLongest = 100;
  const std::string_view person = candidate.order.text("AuthorizingPerson");
  if (person.empty()) findings.push_back(broken_rule(17023));
  if (count_characters(person) > kLongest)
    findings.push_back(broken_rule(17024, {std::to_string(kLongest)}));
}

// An account without a SPID can have orders only from a world whose seed gave it one: a snapshot.
void check_account_spid(const LsrCandidate& candidate, std::vector<Finding>& findings) {
  const std::string spid(candidate.order.text("SPID"));
  switch (candidate.spids) {
    case LsrCandidate::Spids::kNone:
      if (candidate.is_new() || spid.empty()) {
        findings.push_back(broken_rule(17027, {candidate.account}));
      } else {
        findings.push_back(broken_rule(17017));
      }
      break;
    case LsrCandidate::Spids::kSeveral:
      if (spid.empty()) findings.push_back(broken_rule(17022, {candidate.account}));
      break;
    case LsrCandidate::Spids::kOne:
      if (!spid.empty() && !equal_ignoring_case(spid, candidate.account_spid))
        findings.push_back(broken_rule(17020, {candidate.account_spid, spid}));
      break;
  }
}

void check_spid(const LsrCandidate& candidate, std::vector<Finding>& findings) {
  const std::string spid(candidate.order.text("SPID"));
  if (!spid.empty() && !is_spid(spid)) {
    findings.push_back(broken_rule(17021, {spid}));
  } else {
    check_account_spid(candidate, findings);
  }
}

}  // namespace

std::vector<Finding> check_lsr(xml::Element body, const LsrCandidate& candidate) {
  if (!body.has_children()) return {broken_rule(kNoPayload)};
  std::vector<Finding> findings;
  check_lsr_subscriber(candidate.subscriber, findings);
  check_fields(candidate.order, kLabels, findings);
  if (candidate.is_new()) {
    check_lsr_numbers(candidate.numbers, findings);
    check_fields(candidate.order, kPon, findings);
  }
  check_authorizing_person(candidate, findings);
  check_spid(candidate, findings);
  check_lsr_date(candidate, findings);
  return findings;
}

std::vector<Finding> check_pon_in_world(const LsrCandidate& candidate, engine::Session& session) {
  store::OrderFilter filter;
  filter.type = kLsrType;
  filter.account = candidate.account;
  filter.pon = candidate.order.text("Pon");
  if (filter.pon->empty()) return {};
  const std::vector<store::ListedOrder> known = session.store.orders.list(filter);
  if (known.empty()) return {};
  for (const store::ListedOrder& listed : known) {
    const std::vector<std::string> numbers = session.store.orders.numbers(listed.order.row);
    const bool shares_one = std::ranges::any_of(numbers, [&](const std::string& number) {
      return std::ranges::find(candidate.numbers, number) != candidate.numbers.end();
    });
    if (shares_one) return {broken_rule(kPonOverlaps)};
  }
  return {broken_rule(kPonIsKnown)};
}

}  // namespace irisim::operations
