#include "engine/fault_desk.h"

#include <gtest/gtest.h>

#include "base/clock.h"

namespace irisim::engine {
namespace {

using namespace std::chrono_literals;

const Dice kDice{1};
const Instant kStart = Clock::manual_start();

std::shared_ptr<const scenario::FaultRule> rule(const std::string& text) {
  auto read = scenario::load_fault(text, "request");
  EXPECT_TRUE(read.ok());
  return std::make_shared<const scenario::FaultRule>(std::move(*read));
}

TEST(FaultDesk, AsksTheNextRuleWhenOneIsNotDue) {
  const scenario::FaultRules rules = {rule("{ name: a, every: 2, fault: HANG }"),
                                      rule("{ name: b, skip: 1, fault: DRIBBLE }")};
  FaultDesk desk;
  std::string seen;
  for (int i = 0; i < 6; ++i) {
    const auto hit = desk.decide(rules, "1", kDice, kStart);
    seen += hit ? hit->rule->name : "-";
  }
  EXPECT_EQ(seen, "-ababa");
  EXPECT_EQ(desk.count(rules[0]).matched, 6u);
  EXPECT_EQ(desk.count(rules[0]).hit, 3u);
  EXPECT_EQ(desk.count(rules[1]).matched, 3u);
  EXPECT_EQ(desk.count(rules[1]).hit, 2u);
}

TEST(FaultDesk, RollsDiceOfItsOwnForEachRequest) {
  const scenario::FaultRules rules = {
      rule("{ name: a, fault: HANG, delay: { uniform: [0s, 9m] } }")};
  FaultDesk desk, again;
  const auto first = desk.decide(rules, "1", kDice, kStart);
  const auto second = desk.decide(rules, "1", kDice, kStart);
  EXPECT_NE(first->roll, second->roll);
  EXPECT_NE(first->delay, second->delay);
  EXPECT_EQ(again.decide(rules, "1", kDice, kStart)->roll, first->roll);
  EXPECT_EQ(again.decide(rules, "1", kDice, kStart)->delay, second->delay);
}

TEST(FaultDesk, BeginsAQuotaWithTheFirstRequestAfterTheLast) {
  const scenario::FaultRules rules = {
      rule("{ name: a, fault: { quota: { requests: 1, per: 10s } } }")};
  FaultDesk desk;
  const auto wait = [&](const std::string& account, Millis at) -> std::optional<Millis> {
    const auto hit = desk.decide(rules, account, kDice, kStart + at);
    return hit ? hit->wait : std::nullopt;
  };
  EXPECT_EQ(wait("1", 0s), std::nullopt);
  EXPECT_EQ(wait("1", 0s), 10s);
  EXPECT_EQ(wait("2", 3s), std::nullopt);
  EXPECT_EQ(wait("1", 9999ms), 1ms);
  EXPECT_EQ(wait("1", 17s), std::nullopt);
  EXPECT_EQ(wait("1", 26s), 1s);
  EXPECT_EQ(wait("1", 5s), std::nullopt) << "the clock was turned back";
  EXPECT_EQ(wait("1", 6s), 9s);
}

TEST(FaultDesk, ForgetsWhatIsNoLongerInForce) {
  const scenario::FaultRules rules = {rule("{ name: a, fault: HANG }"),
                                      rule("{ name: b, fault: HANG }")};
  FaultDesk desk;
  desk.decide({rules[0]}, "1", kDice, kStart);
  desk.decide({rules[1]}, "1", kDice, kStart);
  desk.keep({rules[1]});
  EXPECT_EQ(desk.count(rules[0]).matched, 0u);
  EXPECT_EQ(desk.count(rules[1]).matched, 1u);
  desk.clear();
  EXPECT_EQ(desk.count(rules[1]).matched, 0u);
}

TEST(FaultDesk, CountsNothingOfATransactionThatIsRolledBack) {
  const scenario::FaultRules rules = {rule("{ name: a, times: 2, fault: WEBHOOK_DROP }")};
  FaultDesk desk;
  desk.begin();
  desk.decide(rules, "1", kDice, kStart);
  desk.begin();
  const auto second = desk.decide(rules, "1", kDice, kStart);
  desk.decide(rules, "1", kDice, kStart);
  desk.roll_back();
  EXPECT_EQ(desk.count(rules[0]).matched, 1u);
  EXPECT_EQ(desk.count(rules[0]).hit, 1u);
  const auto again = desk.decide(rules, "1", kDice, kStart);
  ASSERT_TRUE(second && again);
  EXPECT_EQ(again->roll, second->roll);
}

// Accounts are what clients write into paths.
TEST(FaultDesk, KeepsAQuotaOfAnyNumberOfAccounts) {
  const scenario::FaultRules rules = {
      rule("{ name: a, fault: { quota: { requests: 1, per: 10s } } }")};
  FaultDesk desk;
  for (int i = 0; i < 30'000; ++i)
    EXPECT_FALSE(desk.decide(rules, std::to_string(i), kDice, kStart));
  EXPECT_TRUE(desk.decide(rules, "29999", kDice, kStart));
}

}  // namespace
}  // namespace irisim::engine
