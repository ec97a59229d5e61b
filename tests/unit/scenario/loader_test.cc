#include "scenario/loader.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "base/text.h"
#include "catalog/catalog.h"
#include "scenario/order_type.h"

namespace irisim::scenario {
namespace {

using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

const Rules& shipped_rules() {
  static const Rules kRules =
      *load(catalog::shipped_file("scenarios/default.yaml"), "default.yaml");
  return kRules;
}

Lines faults(std::string_view text) {
  const auto rules = load(text, "port.yaml", shipped_rules());
  Lines lines;
  if (rules.ok()) return lines;
  for (const yaml::Fault& fault : rules.error()) lines.push_back(yaml::describe(fault));
  return lines;
}

// A file whose fifth line is a transition of port-ins, beside those that each lifecycle has.
std::string with(std::string_view transition) {
  return "version: 1\nlifecycles:\n  portins:\n    - { to: DRAFT, on: draft }\n    - " +
         std::string(transition) + "\n    - { to: SUBMITTED, on: create }\n";
}

const std::string kStates =
    "DRAFT, PENDING_DOCUMENTS, SUBMITTED, FOC, REQUESTED_SUPP, COMPLETE, CANCELLED, EXCEPTION, "
    "REQUESTED_CANCEL";

// The states that can be reached from the start.
Lines reachable(const OrderType& type, const Lifecycle& lifecycle) {
  Lines reached;
  for (const std::string& creation : type.creations) {
    const Transition* made = lifecycle.creation(creation);
    if (made != nullptr) reached.push_back(made->to);
  }
  for (size_t i = 0; i < reached.size(); ++i) {
    for (const std::string& next : lifecycle.next_states(reached[i])) {
      if (std::ranges::find(reached, next) == reached.end()) reached.push_back(next);
    }
  }
  return reached;
}

class ShippedScenarios : public testing::TestWithParam<const char*> {};

TEST_P(ShippedScenarios, HaveAllDocumentedStatesOfEachOrderType) {
  const auto rules = load(catalog::shipped_file(GetParam()), GetParam());
  ASSERT_TRUE(rules.ok()) << yaml::describe(rules.error().front());
  for (const OrderType& type : order_types()) {
    const auto found = rules->lifecycles.find(type.name);
    ASSERT_NE(found, rules->lifecycles.end()) << type.name;
    for (const std::string& creation : type.creations)
      EXPECT_NE(found->second.creation(creation), nullptr) << type.name << " " << creation;
    Lines reached = reachable(type, found->second);
    Lines documented = type.states;
    std::ranges::sort(reached);
    std::ranges::sort(documented);
    EXPECT_EQ(reached, documented) << type.name;
    EXPECT_TRUE(found->second.is_terminal("COMPLETE"));
    EXPECT_TRUE(found->second.is_terminal("CANCELLED"));
  }
}

INSTANTIATE_TEST_SUITE_P(All, ShippedScenarios,
                         testing::Values("scenarios/default.yaml", "scenarios/realistic.yaml"));

TEST(Scenarios, ThatShipAreFreeOfFaults) {
  const std::vector<std::string> paths = catalog::shipped_paths("scenarios/");
  EXPECT_GE(paths.size(), 17u);
  for (const std::string& path : paths) {
    const auto rules = load(catalog::shipped_file(path), path, shipped_rules());
    EXPECT_TRUE(rules.ok()) << yaml::describe(rules.error().front());
  }
}

// What may happen is the same; only when it happens differs.
TEST(Scenarios, TheRealisticOnesLeadWhereTheDefaultOnesDo) {
  const Rules usual = *load(catalog::shipped_file("scenarios/default.yaml"), "default.yaml");
  const Rules slow = *load(catalog::shipped_file("scenarios/realistic.yaml"), "realistic.yaml");
  for (const OrderType& type : order_types()) {
    const Lifecycle& one = usual.lifecycles.at(type.name);
    const Lifecycle& other = slow.lifecycles.at(type.name);
    for (const std::string& state : type.states) {
      EXPECT_EQ(one.next_states(state), other.next_states(state)) << type.name << " " << state;
      const Transition* soon = one.timed(state);
      const Transition* later = other.timed(state);
      ASSERT_EQ(soon == nullptr, later == nullptr) << type.name << " " << state;
      if (soon == nullptr) continue;
      EXPECT_EQ(soon->to, later->to) << type.name << " " << state;
      EXPECT_EQ(soon->effect, later->effect) << type.name << " " << state;
      if (later->trigger == Transition::Trigger::kDate) continue;
      EXPECT_GE(later->delay.least, soon->delay.least) << type.name << " " << state;
    }
  }
}

TEST(Scenarios, AreRead) {
  const auto rules = load(with("{ from: [SUBMITTED, DRAFT], to: EXCEPTION, after: 2h, jitter: 5m, "
                               "error: 7205, note: No }"),
                          "port.yaml");
  ASSERT_TRUE(rules.ok()) << yaml::describe(rules.error().front());
  const Lifecycle& lifecycle = rules->lifecycles.at("portins");
  for (const char* state : {"SUBMITTED", "DRAFT"}) {
    const Transition* transition = lifecycle.timed(state);
    ASSERT_NE(transition, nullptr) << state;
    EXPECT_EQ(transition->to, "EXCEPTION");
    EXPECT_EQ(transition->delay.least, 2h);
    EXPECT_EQ(transition->delay.jitter, 5min);
    ASSERT_EQ(transition->errors.size(), 1u);
    EXPECT_EQ(transition->errors.front().code, 7205);
    EXPECT_EQ(transition->note, "No");
  }
}

TEST(Scenarios, ReportEachKindOfFaultInItsPlace) {
  struct Case {
    std::string_view transition;
    std::string fault;
  };
  const std::string kOneTrigger =
      ": a transition has exactly one of 'after' with a delay, 'on' with an action and 'at' "
      "with a date "
      "of the order";
  const Case kCases[] = {
      {"{ from: FOC, to: COMPLET, after: 1s }",
       "5:24: unknown state 'COMPLET' (did you mean 'COMPLETE'?); allowed here: " + kStates},
      {"{ from: SUBMITED, to: FOC, after: 1s }",
       "5:15: unknown state 'SUBMITED' (did you mean 'SUBMITTED'?); allowed here: " + kStates},
      {"{ from: [FOC, FOX], to: FOC, after: 1s }",
       "5:21: unknown state 'FOX' (did you mean 'FOC'?); allowed here: " + kStates},
      {"{ from: FOC, after: 1s }", "5:7: key 'to' is missing"},
      {"{ from: FOC, to: COMPLETE, afer: 1s }",
       "5:34: unknown key 'afer' (did you mean 'after'?); allowed here: from, to, after, jitter, "
       "on, at, times, note, error, effect, shift, stamp"},
      {"{ from: FOC, to: COMPLETE }", "5:7" + kOneTrigger},
      {"{ from: FOC, to: COMPLETE, after: 1s, on: supp }", "5:45" + kOneTrigger},
      {"{ from: FOC, to: COMPLETE, on: sup }",
       "5:38: unknown action 'sup' (did you mean 'supp'?); allowed here: create, draft, submit, "
       "supp, cancel, activate, note, loa, order, part, fail, back-order, control"},
      {"{ from: FOC, to: COMPLETE, after: 5 }",
       "5:41: '5' is no time that passes: a duration such as 500ms, 2s, 1h30m or 4d, a number of "
       "times that the order is read such as 3 polls, or never"},
      {"{ from: FOC, to: COMPLETE, after: 1s, jitter: x }",
       "5:53: expected a duration such as 500ms, 2s, 1h30m or 4d, found 'x'"},
      {"{ from: FOC, to: COMPLETE, on: supp, jitter: 1s }",
       "5:52: 'jitter' goes with 'after' and a delay"},
      {"{ from: FOC, to: EXCEPTION, on: supp, error: 1002 }",
       "5:52: unknown error code '1002'; one of "
       "your own needs a 'message' beside it"},
      {"{ from: FOC, to: EXCEPTION, on: supp, error: 4294974501 }",
       "5:52: unknown error code '4294974501'"},
      {"{ from: FOC, to: EXCEPTION, on: supp, error: 72o5 }",
       "5:52: expected a number, found '72o5'"},
      {"{ from: FOC, to: EXCEPTION, on: supp, note: [a] }", "5:51: expected text, found a list"},
      {"{ from: FOC, to: FOC, on: activate, stamp: Loa Date }",
       "5:50: unknown time of portins 'Loa Date' (did you mean 'LoaDate'?); allowed here: LoaDate, "
       "ActivationDate"},
      {"{ to: FOC, after: 1s }",
       "5:7: a transition without 'from' makes an order: its 'on' is one of create, draft"},
      {"{ to: FOC, on: supp }",
       "5:7: a transition without 'from' makes an order: its 'on' is one of create, draft"},
      {"FOC",
       "5:7: expected a map with the keys from, to, after, jitter, on, at, times, note, error, "
       "effect, shift, stamp, found 'FOC'"},
      {"{ from: FOC, to: COMPLETE, after: 1s, effect: fil }",
       "5:53: unknown effect of portins 'fil'; allowed here: put-in-service"},
  };
  for (const auto& [transition, fault] : kCases) {
    EXPECT_EQ(faults(with(transition)), Lines{"port.yaml:" + fault}) << transition;
  }
}

TEST(Scenarios, ReportAnEffectThatMayTurnOutAsNoTransitionSays) {
  const std::string start =
      "version: 1\nlifecycles:\n  disconnects:\n    - { to: RECEIVED, on: create }\n";
  EXPECT_EQ(
      faults(start + "    - { from: RECEIVED, to: COMPLETE, after: 1s, effect: disconnect }\n"
                     "    - { from: RECEIVED, to: FAILED, on: fail }\n"),
      Lines{"port.yaml:5:58: the effect 'disconnect' of a transition from RECEIVED may turn out "
            "otherwise: a transition with 'on: part' from there is missing"});
}

TEST(Scenarios, ReportFaultsOfTheFile) {
  EXPECT_EQ(faults("lifecycles: {}\n"), Lines{"port.yaml:1:1: key 'version' is missing"});
  EXPECT_EQ(faults("version: 2\n"),
            Lines{"port.yaml:1:10: version '2' is unknown; this program reads version 1"});
  EXPECT_EQ(faults(""), Lines{"port.yaml:1:1: expected a map with the keys version, lifecycles, "
                              "scenarios, faults, found nothing"});
  EXPECT_EQ(faults("version: 1\nlifecycle: {}\n"),
            Lines{"port.yaml:2:1: unknown key 'lifecycle' (did you mean 'lifecycles'?); allowed "
                  "here: version, lifecycles, scenarios, faults"});
  EXPECT_EQ(faults("version: 1\nlifecycles: [portins]\n"),
            Lines{"port.yaml:2:13: expected a map of order types"});
  std::vector<std::string> types;
  for (const OrderType& type : order_types()) types.push_back(type.name);
  EXPECT_EQ(faults("version: 1\nlifecycles:\n  portin: []\n"),
            Lines{"port.yaml:3:3: unknown order type 'portin' (did you mean 'portins'?); allowed "
                  "here: " +
                  join(types, ", ")});
  EXPECT_EQ(faults("version: 1\nlifecycles:\n  portins: SUBMITTED\n"),
            Lines{"port.yaml:3:12: expected a list, found 'SUBMITTED'"});
  EXPECT_TRUE(faults("version: 1\nlifecycles: }\n").front().starts_with("port.yaml:2:"));
}

TEST(Scenarios, ReportALifecycleThatMakesNoOrders) {
  EXPECT_EQ(faults("version: 1\nlifecycles:\n  portins:\n    - { to: DRAFT, on: draft }\n"),
            Lines{"port.yaml:3:3: no transition makes an order: one with 'on: create' and without "
                  "'from' is missing"});
  EXPECT_EQ(faults("version: 1\nlifecycles:\n  portins: []\n").size(), 2u);
}

TEST(Scenarios, ReportAllFaultsAtOnce) {
  const Lines all = faults(with("{ from: FOX, to: FOY, after: 1, error: 1002 }"));
  EXPECT_EQ(all.size(), 4u);
}

TEST(Scenarios, OverrideWholeLifecycles) {
  const Rules base = *load(catalog::shipped_file("scenarios/default.yaml"), "default.yaml");
  const Rules changes = *load(with("{ from: SUBMITTED, to: FOC, after: 4d }"), "port.yaml");
  const Rules rules = lay_over(changes, base);
  EXPECT_EQ(rules.lifecycles.at("portins").timed("SUBMITTED")->delay.least, 96h);
  EXPECT_EQ(rules.lifecycles.at("portins").timed("FOC"), nullptr);
  EXPECT_EQ(lay_over(Rules{}, base).lifecycles.size(), base.lifecycles.size());
}

}  // namespace
}  // namespace irisim::scenario
