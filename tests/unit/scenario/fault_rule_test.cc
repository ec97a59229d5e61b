#include "scenario/fault_rule.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "base/ids.h"
#include "scenario/faults/kinds.h"
#include "scenario/loader.h"

namespace irisim::scenario {
namespace {

using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

FaultRule rule(std::string_view text) {
  auto read = load_fault(text, "request");
  EXPECT_TRUE(read.ok()) << (read.ok() ? "" : yaml::describe(read.error().front()));
  return read.ok() ? std::move(*read) : FaultRule();
}

Lines lines(const std::vector<yaml::Fault>& faults) {
  Lines result;
  for (const yaml::Fault& fault : faults) result.push_back(yaml::describe(fault));
  return result;
}

// What is wrong with a file whose third line is the rule, and the others below it.
Lines wrong(const std::string& entry, const std::string& others = "") {
  const auto rules = load("version: 1\nfaults:\n  - " + entry + "\n" + others, "f.yaml");
  return rules.ok() ? Lines() : lines(rules.error());
}

// Which of so many matching requests are hit.
std::string hits(const FaultRule& rule, uint64_t requests) {
  const Dice dice{1};
  std::string seen;
  uint64_t hit = 0;
  for (uint64_t ordinal = 1; ordinal <= requests; ++ordinal) {
    const bool is_hit = rule.hits(ordinal, hit, dice.roll("fault", ordinal));
    seen += is_hit ? 'x' : '.';
    if (is_hit) ++hit;
  }
  return seen;
}

http::Response spoilt(std::string_view fault, http::Response response, uint64_t roll = 7) {
  const FaultRule read = rule("fault: " + std::string(fault));
  read.effect->spoil(response, roll);
  return response;
}

TEST(FaultRule, CountsTheMatchingRequests) {
  EXPECT_EQ(hits(rule("fault: HANG"), 5), "xxxxx");
  EXPECT_EQ(hits(rule("{ fault: HANG, skip: 2 }"), 5), "..xxx");
  EXPECT_EQ(hits(rule("{ fault: HANG, times: 2 }"), 5), "xx...");
  EXPECT_EQ(hits(rule("{ fault: HANG, every: 2 }"), 5), ".x.x.");
  EXPECT_EQ(hits(rule("{ fault: HANG, skip: 1, every: 2, times: 2 }"), 9), "..x.x....");
}

TEST(FaultRule, HitsWithItsProbability) {
  const auto part = [](const std::string& probability) {
    return std::ranges::count(hits(rule("{ fault: HANG, probability: " + probability + " }"), 4000),
                              'x');
  };
  EXPECT_EQ(part("0"), 0);
  EXPECT_EQ(part("1"), 4000);
  EXPECT_NEAR(static_cast<double>(part("0.25")), 1000, 120);
  const std::string some = hits(rule("{ fault: HANG, probability: 0.5, times: 3 }"), 100);
  EXPECT_EQ(std::ranges::count(some, 'x'), 3);
}

TEST(FaultRule, KnowsEveryKindAndItsExample) {
  EXPECT_EQ(fault_kinds().size(), http::named_faults().size() + 10);
  for (const FaultKind& kind : fault_kinds()) {
    SCOPED_TRACE(kind.name);
    EXPECT_FALSE(kind.help.empty());
    const FaultRule read = rule("fault: " + std::string(kind.example));
    EXPECT_EQ(read.kind, kind.name);
    EXPECT_NE(read.effect, nullptr);
  }
}

TEST(FaultRule, KeepsTheDelayOfTheAnswer) {
  http::Response response{200, {}, "text/plain", "0123"};
  response.fault.delay = 5ms;
  EXPECT_EQ(spoilt("CONNECTION_RESET_BY_PEER", response).fault.delay, 5ms);
  EXPECT_EQ(spoilt("CONNECTION_RESET_BY_PEER", response).fault.kind, http::WireFault::Kind::kReset);
  EXPECT_EQ(spoilt("RANDOM_DATA_THEN_CLOSE", response, 9).fault.seed, 9u);
  EXPECT_EQ(spoilt("{ delay: 3s }", response).fault.delay, 3005ms);
  EXPECT_EQ(spoilt("{ dribble: { pause: 70ms } }", response).fault.pause, 70ms);
  EXPECT_EQ(spoilt("{ dribble: {} }", response).fault.pause, 100ms);
  EXPECT_EQ(spoilt("{ delay: 3s }", response).body, "0123");
}

TEST(FaultRule, EndsALognormalDelayAtTenMinutes) {
  const std::string wide = "{ delay: { lognormal: { median: 10m, sigma: 5 } } }";
  Millis longest{0};
  for (uint64_t i = 0; i < 50; ++i)
    longest = std::max(longest, spoilt(wide, {}, Dice{1}.roll("test", i)).fault.delay);
  EXPECT_EQ(longest, 10min);
}

TEST(FaultRule, BreaksXmlOfEveryForm) {
  for (const std::string fault : {"TRUNCATED_XML", "MALFORMED_XML"}) {
    for (const std::string body : {"<a/>", "<a></a>", "<?xml version=\"1.0\"?>\n<a><b/>c</a>\n"}) {
      const http::Response broken = spoilt(fault, {200, {}, "application/xml", body});
      EXPECT_FALSE(xml::Document::parse(broken.body).ok()) << fault << " " << broken.body;
      EXPECT_EQ(spoilt(fault, {200, {}, "application/pdf", body}).body, body);
    }
  }
}

TEST(FaultRule, AnswersInsteadOrNot) {
  EXPECT_EQ(rule("fault: HANG").effect->reply(), nullptr);
  EXPECT_EQ(rule("fault: { delay: 1s }").effect->reply(), nullptr);
  EXPECT_EQ(rule("fault: { answer: { status: 503 } }").effect->reply()->status, 503);
  const FaultRule quota = rule("fault: { quota: { requests: 5, per: 2s } }");
  EXPECT_EQ(quota.effect->reply()->status, 429);
  EXPECT_EQ(quota.effect->quota()->requests, 5u);
  EXPECT_EQ(quota.effect->quota()->per, 2s);
}

TEST(FaultRule, IsForRequestsOrForWebhooks) {
  const auto kind = [](const FaultRule& read) { return read.effect->webhook()->kind; };
  EXPECT_EQ(kind(rule("fault: WEBHOOK_DROP")), WebhookFault::Kind::kDrop);
  EXPECT_EQ(kind(rule("fault: WEBHOOK_DUPLICATE")), WebhookFault::Kind::kDuplicate);
  EXPECT_EQ(kind(rule("fault: WEBHOOK_REORDER")), WebhookFault::Kind::kReorder);
  const FaultRule delay = rule("fault: { webhook-delay: 4d }");
  EXPECT_EQ(kind(delay), WebhookFault::Kind::kDelay);
  EXPECT_EQ(delay.effect->webhook()->delay.sample(7), 96h) << "no client waits for it";
  EXPECT_EQ(delay.effect->target(), FaultTarget::kWebhook);
  EXPECT_EQ(rule("fault: HANG").effect->target(), FaultTarget::kRequest);
  const Subject subject;
  const Rules rules = *load(
      "{ version: 1, faults: [{ name: a, fault: HANG }, { name: b, fault: WEBHOOK_DROP }] }", "");
  EXPECT_EQ(matching_faults(rules, FaultTarget::kRequest, subject), FaultRules{rules.faults[0]});
  EXPECT_EQ(matching_faults(rules, FaultTarget::kWebhook, subject), FaultRules{rules.faults[1]});
}

TEST(FaultRule, ReportsWhatIsWrongInItsPlace) {
  const std::string kKinds =
      "EMPTY_RESPONSE, CONNECTION_RESET_BY_PEER, MALFORMED_RESPONSE_CHUNK, "
      "RANDOM_DATA_THEN_CLOSE, CONNECTION_RESET_IN_BODY, HALF_STATUS_LINE, TRUNCATED_BODY, "
      "WRONG_CONTENT_LENGTH, DRIBBLE, HANG, TRUNCATED_XML, MALFORMED_XML, WEBHOOK_DROP, "
      "WEBHOOK_DUPLICATE, WEBHOOK_REORDER, or a map with one of delay, dribble, answer, quota, "
      "webhook-delay";
  const std::string kName =
      "a fault's name stands in paths and headers: it is 1 to 64 letters, digits, '.', '_' or '-'";
  struct Case {
    std::string entry, fault;
  };
  const Case kCases[] = {
      {"{ name: a }", "3:5: key 'fault' is missing"},
      {"{ fault: HANG }", "3:5: key 'name' is missing"},
      {"{ name: a b, fault: HANG }", "3:13: " + kName},
      {"{ name: .., fault: HANG }", "3:13: " + kName},
      {"{ name: \"\", fault: HANG }", "3:13: " + kName},
      {"{ name: a, fault: HAND }",
       "3:23: unknown fault 'HAND' (did you mean 'HANG'?); there are " + kKinds},
      {"{ name: a, fault: { delai: 1s } }",
       "3:25: unknown fault 'delai' (did you mean 'delay'?); there are " + kKinds},
      {"{ name: a, fault: [HANG] }", "3:23: a fault is one of " + kKinds},
      {"{ name: a, fault: { delay: 1s, dribble: {} } }", "3:23: a fault is one of " + kKinds},
      {"{ name: a, fault: dribble }", "3:23: this fault is written { dribble: { pause: 100ms } }"},
      {"{ name: a, fault: { HANG: 1s } }", "3:25: this fault is written HANG"},
      {"{ name: a, fault: { delay: 1 } }",
       "3:32: expected a duration such as 500ms, 2s, 1h30m or 4d, found '1'"},
      {"{ name: a, fault: { delay: 11m } }",
       "3:32: a client waits for it in wall time: it is at most 10m"},
      {"{ name: a, fault: HANG, delay: { uniform: [1s, 1h] } }",
       "3:36: a client waits for it in wall time: it is at most 10m"},
      {"{ name: a, fault: { dribble: { pause: 1h } } }",
       "3:43: a client waits for it in wall time: it is at most 10m"},
      {"{ name: a, fault: { dribble: { paws: 1s } } }",
       "3:36: unknown key 'paws' (did you mean 'pause'?); allowed here: pause"},
      {"{ name: a, fault: { answer: { status: 99 } } }",
       "3:43: expected a whole number from 200 to 599, found '99'"},
      {"{ name: a, fault: { answer: { error: 1 } } }",
       "3:42: unknown error code '1'; one of your own needs a 'message' beside it"},
      {"{ name: a, fault: { quota: { requests: 5 } } }", "3:32: key 'per' is missing"},
      {"{ name: a, fault: { quota: { requests: -1, per: 1s } } }",
       "3:44: expected a whole number from 0 to 1000000, found '-1'"},
      {"{ name: a, fault: { quota: { requests: 1, per: 0s } } }",
       "3:52: a quota is of some time, such as 1s"},
      {"{ name: a, times: 2, fault: { quota: { requests: 1, per: 1s } } }",
       "3:16: a quota counts by itself: there is no 'times' beside it"},
      {"{ name: a, match: { any: [{ xpath: //A }] }, fault: WEBHOOK_DROP }",
       "3:33: a webhook is no request: it matches by its order or account, not by 'xpath'"},
      {"{ name: a, fault: { webhook-delay: soon } }",
       "3:40: expected a duration such as 500ms, 2s, 1h30m or 4d, found 'soon'"},
      {"{ name: a, fault: { WEBHOOK_DROP: 1s } }", "3:25: this fault is written WEBHOOK_DROP"},
      {"{ name: a, fault: HANG, skip: -1 }",
       "3:35: expected a whole number from 0 to 1000000, found '-1'"},
      {"{ name: a, fault: HANG, times: 0 }",
       "3:36: expected a whole number from 1 to 1000000, found '0'"},
      {"{ name: a, fault: HANG, every: 0 }",
       "3:36: expected a whole number from 1 to 1000000, found '0'"},
      {"{ name: a, fault: HANG, probability: 1.5 }",
       "3:42: expected a number from 0 to 1, found '1.5'"},
      {"{ name: a, fault: HANG, timez: 1 }",
       "3:29: unknown key 'timez' (did you mean 'times'?); allowed here: name, match, fault, "
       "delay, skip, every, times, probability"},
      {"HANG",
       "3:5: expected a map with the keys name, match, fault, delay, skip, every, times, "
       "probability, found 'HANG'"},
  };
  for (const auto& [entry, fault] : kCases) EXPECT_EQ(wrong(entry), Lines{"f.yaml:" + fault});
  EXPECT_EQ(lines(load("version: 1\nfaults: HANG\n", "f.yaml").error()),
            Lines{"f.yaml:2:9: expected a list, found 'HANG'"});
}

TEST(FaultRule, ReportsAFaultThatNeverHappens) {
  const std::string later = "  - { name: b, match: { account: \"1\" }, fault: HANG }\n";
  EXPECT_EQ(wrong("{ name: a, fault: HANG }", later),
            Lines{"f.yaml:4:23: never happens: all that 'b' matches is hit by 'a' before it; put "
                  "the narrower one first, or give 'a' a 'skip', 'times', 'every' or "
                  "'probability'"});
  for (const std::string leaves : {"skip: 1", "times: 1", "every: 2", "probability: 0.5"})
    EXPECT_EQ(wrong("{ name: a, fault: HANG, " + leaves + " }", later), Lines());
  EXPECT_EQ(wrong("{ name: a, fault: { quota: { requests: 1, per: 1s } } }", later), Lines());
  EXPECT_EQ(wrong("{ name: a, match: { account: \"2\" }, fault: HANG }", later), Lines());
}

TEST(FaultRule, ReportsANameThatStandsTwice) {
  EXPECT_EQ(wrong("{ name: a, times: 1, fault: HANG }", "  - { name: a, fault: HANG }\n"),
            Lines{"f.yaml:4:13: another fault has the name 'a'"});
}

TEST(FaultRule, LiesOverOneOfItsName) {
  const Rules lower = *load(
      "version: 1\nfaults:\n  - { name: a, times: 1, fault: HANG }\n"
      "  - { name: b, fault: HANG }\n",
      "f.yaml");
  const Rules upper = *load("version: 1\nfaults:\n  - { name: b, fault: DRIBBLE }\n", "f.yaml");
  const FaultRules both = lay_over(upper, lower).faults;
  ASSERT_EQ(both.size(), 2u);
  EXPECT_EQ(both[0]->kind, "DRIBBLE");
  EXPECT_EQ(both[1]->name, "a");
}

}  // namespace
}  // namespace irisim::scenario
