#include "engine/fault_desk.h"

#include <algorithm>

#include "scenario/faults/wall_delay.h"

namespace irisim::engine {
namespace {

// Of a quota; when there are more, those that send nothing are forgotten, and at worst all.
constexpr size_t kMostAccounts = 10'000;

}  // namespace

std::optional<Hit> FaultDesk::decide(const scenario::FaultRules& matching, std::string_view account,
                                     const Dice& dice, Instant now) {
  for (const auto& rule : matching) {
    Tally& tally = tallies_[rule];
    counts_before_.try_emplace(rule, tally.count);
    const uint64_t ordinal = ++tally.count.matched;
    const std::string kind = "fault " + rule->name;
    Hit hit{rule, dice.roll(kind + " effect", ordinal), Millis(0), std::nullopt};
    if (const scenario::Quota* quota = rule->effect->quota()) {
      hit.wait = exceed(*quota, account, now, tally);
      if (!hit.wait) continue;
    } else if (!rule->hits(ordinal, tally.count.hit, dice.roll(kind, ordinal))) {
      continue;
    }
    ++tally.count.hit;
    hit.delay = scenario::sample_wall_delay(rule->delay, dice.roll(kind + " delay", ordinal));
    return hit;
  }
  return std::nullopt;
}

// Counts a request of the account; how long it has to wait if it is beyond the quota.
std::optional<Millis> FaultDesk::exceed(const scenario::Quota& quota, std::string_view account,
                                        Instant now, Tally& tally) {
  const auto is_over = [&](const Stretch& stretch) {
    return now < stretch.start || now >= stretch.start + quota.per;  // a tester may turn it back
  };
  auto found = tally.stretches.find(account);
  if (found == tally.stretches.end()) {
    if (tally.stretches.size() >= kMostAccounts)
      std::erase_if(tally.stretches, [&](const auto& entry) { return is_over(entry.second); });
    if (tally.stretches.size() >= kMostAccounts) tally.stretches.clear();
    found = tally.stretches.emplace(account, Stretch{now, 0}).first;
  }
  Stretch& stretch = found->second;
  if (is_over(stretch)) stretch = {now, 0};
  if (++stretch.requests <= quota.requests) return std::nullopt;
  return stretch.start + quota.per - now;
}

FaultDesk::Count FaultDesk::count(const std::shared_ptr<const scenario::FaultRule>& rule) const {
  const auto found = tallies_.find(rule);
  return found == tallies_.end() ? Count{} : found->second.count;
}

void FaultDesk::keep(const scenario::FaultRules& rules) {
  std::erase_if(tallies_, [&](const auto& tally) {
    return std::ranges::find(rules, tally.first) == rules.end();
  });
}

void FaultDesk::roll_back() {
  for (const auto& [rule, count] : counts_before_) tallies_[rule].count = count;
}

}  // namespace irisim::engine
