#include "scenario/fault_rule.h"

#include <algorithm>

#include "scenario/faults/kinds.h"
#include "scenario/faults/wall_delay.h"
#include "scenario/form.h"
#include "scenario/rule_name.h"

namespace irisim::scenario {
namespace {

using yaml::Node;
using yaml::Reader;

constexpr long kMost = 1'000'000;
// Keys that pick some of what matches.
struct CountKey {
  std::string_view name;
  uint64_t FaultRule::*count;
  long least;
};
constexpr CountKey kCountKeys[] = {{"skip", &FaultRule::skip, 0},
                                   {"every", &FaultRule::every, 1},
                                   {"times", &FaultRule::times, 1}};
constexpr std::string_view kProbability = "probability";

void read_name(const Node& node, FaultRule& rule, Reader& reader) {
  if (const Node* name = node.find("name")) rule.name = read_rule_name(*name, "fault", reader);
}

void read_counts(const Node& node, FaultRule& rule, Reader& reader) {
  for (const CountKey& key : kCountKeys) {
    if (const Node* count = node.find(key.name))
      rule.*(key.count) = static_cast<uint64_t>(reader.count(*count, key.least, kMost));
  }
  if (const Node* probability = node.find(kProbability))
    rule.probability = reader.real(*probability, 0, 1);
}

// A quota picks the requests itself.
void check_quota(const Node& node, const FaultRule& rule, Reader& reader) {
  if (!rule.effect || rule.effect->quota() == nullptr) return;
  for (const auto& [key, value] : node.members) {
    if (key.scalar == kProbability ||
        std::ranges::find(kCountKeys, key.scalar, &CountKey::name) != std::end(kCountKeys))
      reader.fault(key, "a quota counts by itself: there is no '" + key.scalar + "' beside it");
  }
}

void check_webhook_match(const Node& match, Reader& reader) {
  constexpr std::string_view kOfRequests[] = {"operation", "header", "xpath"};
  for (const auto& [key, value] : match.members) {
    if (std::ranges::find(kOfRequests, key.scalar) != std::end(kOfRequests)) {
      reader.fault(key, "a webhook is no request: it matches by its order or account, not by '" +
                            key.scalar + "'");
    }
    if (key.scalar != "any") continue;
    for (const Node& alternative : value.items) check_webhook_match(alternative, reader);
  }
}

// A notification is no request, and nobody waits for an answer.
void check_webhook(const Node& node, const FaultRule& rule, Reader& reader) {
  if (!rule.effect || rule.effect->target() != FaultTarget::kWebhook) return;
  for (const auto& [key, value] : node.members) {
    if (key.scalar == "match") check_webhook_match(value, reader);
    if (key.scalar == "delay") {
      reader.fault(key,
                   "it delays an answer, and a webhook is none; 'webhook-delay' is a fault by "
                   "itself");
    }
  }
}

FaultRule read_rule(const Node& node, Reader& reader) {
  FaultRule rule;
  reader.expect_map(node, names(fault_keys()));
  if (node.kind != Node::Kind::kMap) return rule;
  read_name(node, rule, reader);
  if (const Node* match = node.find("match")) rule.match = read_match(*match, reader);
  if (const Node* fault = reader.require(node, "fault")) {
    ReadFault read = read_fault(*fault, rule.match, reader);
    if (read.kind != nullptr) rule.kind = read.kind->name;
    rule.effect = std::move(read.effect);
  }
  if (const Node* delay = node.find("delay")) rule.delay = read_wall_delay(*delay, reader);
  read_counts(node, rule, reader);
  check_quota(node, rule, reader);
  check_webhook(node, rule, reader);
  return rule;
}

void check_among(const Node& node, const FaultRule& later, const FaultRules& before,
                 Reader& reader) {
  if (find(before, later.name) != nullptr)
    reader.fault(*node.find("name"), "another fault has the name '" + later.name + "'");
  for (const auto& earlier : before) {
    if (earlier->effect->target() != later.effect->target()) continue;
    if (!earlier->hits_all() || !earlier->match.covers(later.match)) continue;
    const Node* match = node.find("match");
    return reader.fault(match == nullptr ? node : *match,
                        "never happens: all that '" + later.name + "' matches is hit by '" +
                            earlier->name + "' before it; put the narrower one first, or give '" +
                            earlier->name + "' a 'skip', 'times', 'every' or 'probability'");
  }
}

}  // namespace

bool FaultRule::hits(uint64_t ordinal, uint64_t hit_before, uint64_t roll) const {
  constexpr int kMantissa = 53;  // bits that a double keeps
  if (ordinal <= skip || (ordinal - skip) % every != 0) return false;
  if (times != 0 && hit_before >= times) return false;
  const double chance =
      static_cast<double>(roll >> (64 - kMantissa)) / static_cast<double>(uint64_t{1} << kMantissa);
  return chance < probability;
}

const FaultRule* find(const FaultRules& rules, std::string_view name) {
  const auto found =
      std::ranges::find_if(rules, [&](const auto& rule) { return rule->name == name; });
  return found == rules.end() ? nullptr : found->get();
}

FaultRules read_faults(const Node& list, Reader& reader) {
  FaultRules rules;
  if (!reader.expect_sequence(list)) return rules;
  for (const Node& node : list.items) {
    const size_t faults_before = reader.faults().size();
    auto rule = std::make_shared<const FaultRule>(read_rule(node, reader));
    if (node.kind == Node::Kind::kMap) reader.require(node, "name");
    if (reader.faults().size() > faults_before) continue;  // what else is wrong would only confuse
    check_among(node, *rule, rules, reader);
    rules.push_back(std::move(rule));
  }
  return rules;
}

Result<FaultRule, std::vector<yaml::Fault>> load_fault(std::string_view text,
                                                       std::string_view file) {
  const auto root = yaml::parse(text, file);
  if (!root) return std::vector{root.error()};
  Reader reader(file);
  FaultRule rule = read_rule(*root, reader);
  if (!reader.faults().empty()) return reader.sorted_faults();
  return rule;
}

}  // namespace irisim::scenario
