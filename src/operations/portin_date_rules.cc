#include "operations/portin_date_rules.h"

#include "base/business_days.h"

namespace irisim::operations {
namespace {

bool is_malformed(const Candidate& c) {
  const std::string_view sent = c.sent.text("RequestedFocDate");
  return !sent.empty() && !parse_timestamp(sent);
}

Date day_of(Instant instant) {
  return std::chrono::floor<std::chrono::days>(instant);
}

constexpr PortinRule kRules[] = {
    {7217, [](const Candidate& c) { return broken_if(is_malformed(c)); }},
    {7208, [](const Candidate& c) { return broken_if(c.foc && c.foc->date < day_of(c.now)); }},
    {7209, [](const Candidate& c) { return broken_if(c.foc && c.foc->date == day_of(c.now)); }},
    {7315,
     [](const Candidate& c) {
       return broken_if(c.foc && c.foc->date > day_of(c.now) && !is_business_day(c.foc->date));
     }},
};

}  // namespace

void check_portin_date(const Candidate& candidate, std::vector<Finding>& findings) {
  apply(kRules, candidate, findings);
}

Date next_foc_date(Instant now, int porting_interval) {
  Date date = next_business_day(day_of(now));
  for (int day = 1; day < porting_interval; ++day) date = next_business_day(date);
  return date;
}

void check_porting_interval(const Candidate& candidate, int porting_interval,
                            std::vector<Finding>& findings) {
  constexpr int kBeforeNextDate = 7317;
  const std::optional<Timestamp>& foc = candidate.foc;
  // Other dates have findings of their own.
  if (!foc || foc->date <= day_of(candidate.now) || !is_business_day(foc->date)) return;
  if (foc->date < next_foc_date(candidate.now, porting_interval))
    findings.push_back(broken_rule(kBeforeNextDate));
}

}  // namespace irisim::operations
