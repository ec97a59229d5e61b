#include "operations/lsr_date_rules.h"

#include "base/business_days.h"
#include "operations/lsr_document.h"
#include "operations/portin_date_rules.h"

namespace irisim::operations {
namespace {

constexpr int kMalformed = 17013;
constexpr int kPast = 7208;
constexpr int kNoBusinessDay = 17019;
constexpr int kTooSoonForMany = 17028;

// Of the message of 17028; the contract does not say how many.
constexpr size_t kMany = 50;
constexpr int kDaysForMany = 5;

// A date of the form yyyy-MM-dd.
std::optional<Date> parse_lsr_date(std::string_view text) {
  const std::optional<Timestamp> date = parse_timestamp(text);
  if (!date || date->has_time) return std::nullopt;
  return date->date;
}

int interval(const LsrCandidate& candidate) {
  return candidate.numbers.size() > kMany ? kDaysForMany : 1;
}

}  // namespace

void check_lsr_date(const LsrCandidate& candidate, std::vector<Finding>& findings) {
  const std::string_view sent = candidate.order.text("RequestedFocDate");
  if (sent.empty() || is_same_lsr_date(sent, candidate.before.text("RequestedFocDate"))) return;
  const std::optional<Date> date = parse_lsr_date(sent);
  if (!date) {
    findings.push_back(broken_rule(kMalformed));
  } else if (*date < std::chrono::floor<std::chrono::days>(candidate.now)) {
    findings.push_back(broken_rule(kPast));
  } else if (!is_business_day(*date)) {
    findings.push_back(broken_rule(kNoBusinessDay));
  } else if (candidate.numbers.size() > kMany && *date < default_lsr_date(candidate)) {
    findings.push_back(
        broken_rule(kTooSoonForMany, {std::to_string(kMany), std::to_string(kDaysForMany)}));
  }
}

Date default_lsr_date(const LsrCandidate& candidate) {
  return next_foc_date(candidate.now, interval(candidate));
}

}  // namespace irisim::operations
