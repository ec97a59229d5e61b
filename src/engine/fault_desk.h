#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/ids.h"
#include "base/time.h"
#include "scenario/fault_rule.h"

namespace irisim::engine {

// A request that a fault hits.
struct Hit {
  std::shared_ptr<const scenario::FaultRule> rule;
  uint64_t roll = 0;           // of its effect
  Millis delay{0};             // of the answer besides, in wall time
  std::optional<Millis> wait;  // of a quota: until it lets the account in again, by the clock
};

// Decides which requests faults hit, and counts them. What it decides depends on nothing but the
// requests' order and the time. Not thread-safe: it is used under a world's lock.
class FaultDesk {
 public:
  struct Count {
    uint64_t matched = 0;  // requests that came to the rule: no rule before it has hit them
    uint64_t hit = 0;
  };

  // The first of the rules that are for a request and due hits it. The account is the request's;
  // all requests without one share a quota.
  std::optional<Hit> decide(const scenario::FaultRules& matching, std::string_view account,
                            const Dice& dice, Instant now);

  Count count(const std::shared_ptr<const scenario::FaultRule>& rule) const;

  void keep(const scenario::FaultRules& rules);  // forgets all others
  void clear() { tallies_.clear(); }

 private:
  struct Stretch {  // of a quota
    Instant start;
    uint64_t requests = 0;
  };
  struct Tally {
    Count count;
    std::map<std::string, Stretch, std::less<>> stretches;  // by account
  };

  static std::optional<Millis> exceed(const scenario::Quota& quota, std::string_view account,
                                      Instant now, Tally& tally);

  std::map<std::shared_ptr<const scenario::FaultRule>, Tally> tallies_;
};

}  // namespace irisim::engine
