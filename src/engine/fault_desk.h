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

// A request or a webhook that a fault hits.
struct Hit {
  std::shared_ptr<const scenario::FaultRule> rule;
  uint64_t roll = 0;           // of its effect
  Millis delay{0};             // of the answer besides, in wall time
  std::optional<Millis> wait;  // of a quota: until it lets the account in again, by the clock
};

// Decides which requests and webhooks faults hit, and counts them. What it decides depends on
// nothing but their order and the time. Not thread-safe: it is used under a world's lock.
class FaultDesk {
 public:
  struct Count {
    uint64_t matched = 0;  // that came to the rule: no rule before it has hit them
    uint64_t hit = 0;
  };

  // The first of the rules that are for a request or webhook and due hits it. The account is the
  // request's; all requests without one share a quota.
  std::optional<Hit> decide(const scenario::FaultRules& matching, std::string_view account,
                            const Dice& dice, Instant now);

  Count count(const std::shared_ptr<const scenario::FaultRule>& rule) const;

  void keep(const scenario::FaultRules& rules);  // forgets all others
  void clear() { tallies_.clear(); }

  // What a transaction has counted goes with it: begin() and roll_back() are those of the store.
  void begin() { counts_before_.clear(); }
  void roll_back();

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
  // Of the rules that have counted since begin().
  std::map<std::shared_ptr<const scenario::FaultRule>, Count> counts_before_;
};

}  // namespace irisim::engine
