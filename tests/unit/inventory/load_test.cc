#include "inventory/load.h"

#include <gtest/gtest.h>

#include "base/states.h"
#include "base/text.h"

namespace irisim::inventory {
namespace {

using Lines = std::vector<std::string>;

const std::string kVendors =
    "vendors: [{ id: 49, name: Ours, onNet: true }, { id: 57, name: P }]\n";
const std::string kCarriers = "carriers: [{ spid: 1537, name: Mock }]\n";

Lines faults(const std::string& text) {
  const auto inventory = load(text, "i.yaml");
  Lines lines;
  if (inventory.ok()) return lines;
  for (const yaml::Fault& fault : inventory.error()) lines.push_back(yaml::describe(fault));
  return lines;
}

// A file whose fourth line is a rate center, or several of them.
std::string with_rate_center(const std::string& rate_center) {
  return kVendors + kCarriers + "rateCenters:\n  - " + rate_center + "\n";
}

// One whose rate center has these keys beside those that each one has; they begin in column 62.
std::string with(const std::string& keys) {
  return with_rate_center("{ id: 1, abbreviation: CARY, state: NC, lata: 426, vendor: 49, " + keys +
                          " }");
}

TEST(InventoryFile, IsRead) {
  const auto inventory = load(R"(
vendors:
  - { id: 49, name: Bandwidth CLEC, onNet: true }
  - { id: 57, name: Level 3 }
carriers:
  - { spid: 1537, name: Mock Carrier }
  - { spid: 6214, name: Mobile, wireless: true, accountNumberRequired: true, supported: false,
      minimumPortingInterval: 3, prefixes: [919480, '2'] }
rateCenters:
  - { id: 1, abbreviation: WAKEFOREST, name: WAKE FOREST, state: NC, lata: 426, vendor: 49,
      cities: [WAKE FOREST, YOUNGSVILLE], zips: [27587, '07302'], local: [2],
      blocks: { 9194390: 400, 9842820-9842822: 100 }, protected: { 9194395: 20 } }
  - { id: 2, abbreviation: BEASON, state: IL, lata: 36601, vendor: 57, tier: 3, automated: true,
      exchanges: [217410, 217411] }
  - { id: 3, abbreviation: BALTIMORE, state: MD, lata: 238 }
tollFree: { 8005540: 1000 }
)",
                              "i.yaml");
  ASSERT_TRUE(inventory.ok()) << yaml::describe(inventory.error().front());
  EXPECT_EQ(inventory->vendors(),
            (std::vector<Vendor>{{"49", "Bandwidth CLEC", true}, {"57", "Level 3", false}}));
  EXPECT_EQ(inventory->carriers(),
            (std::vector<Carrier>{{"1537", "Mock Carrier", false, false, 0, true, {}},
                                  {"6214", "Mobile", true, true, 3, false, {"919480", "2"}}}));
  const std::vector<RateCenter> kCenters = {
      {1,
       "WAKEFOREST",
       "WAKE FOREST",
       "NC",
       "426",
       0,
       0,
       false,
       {"WAKE FOREST", "YOUNGSVILLE"},
       {"27587", "07302"},
       {2},
       {}},
      {2, "BEASON", "BEASON", "IL", "36601", 3, 1, true, {}, {}, {}, {217410, 217411}},
      {3, "BALTIMORE", "BALTIMORE", "MD", "238", 0, kNone, false, {}, {}, {}, {}}};
  EXPECT_EQ(inventory->rate_centers(), kCenters);
  const std::vector<Block> kBlocks = {{8005540, 1000, false, kNone}, {9194390, 400, false, 0},
                                      {9194395, 20, true, 0},        {9842820, 100, false, 0},
                                      {9842821, 100, false, 0},      {9842822, 100, false, 0}};
  EXPECT_EQ(inventory->blocks(), kBlocks);
}

TEST(InventoryFile, ReportsEachKindOfFaultOfARateCenterInItsPlace) {
  struct Case {
    std::string keys, fault;
  };
  const std::string kBlock =
      " is not the seven digits of a geographic block, nor two of them with '-' between";
  const Case kCases[] = {
      {"block: { 9192380: 1 }",
       "unknown key 'block' (did you mean 'blocks'?); allowed here: id, abbreviation, name, state, "
       "lata, tier, vendor, automated, cities, zips, local, blocks, protected, exchanges"},
      {"zips: 2751", "'2751' is not the 5 digits of a ZIP code"},
      {"zips: [27511, 27X13]", "'27X13' is not the 5 digits of a ZIP code"},
      {"exchanges: [91923]", "'91923' is not the 6 digits of an NPA-NXX"},
      {"local: 2", "expected a list, found '2'"},
      {"local: [2]", "no rate center has the id '2'"},
      {"local: [1]", "a rate center does not list itself as local"},
      {"local: [x]", "expected a number, found 'x'"},
      {"tier: 6", "'6' is not a number from 0 to 5"},
      {"tier: 1", "tier 0 is for on-net vendors, tiers 1 to 5 are for others"},
      {"automated: perhaps", "expected true or false, found 'perhaps'"},
      {"blocks: 9192380", "expected a map from blocks to how many numbers are available"},
      {"blocks: { 919238: 1 }", "'919238'" + kBlock},
      {"blocks: { 9191180: 1 }", "'9191180'" + kBlock},
      {"blocks: { 8005540: 1 }", "'8005540'" + kBlock},
      {"blocks: { 9192389-9192380: 1 }", "'9192389-9192380'" + kBlock},
      {"blocks: { 2012380-9192380: 1 }", "'2012380-9192380'" + kBlock},
      {"blocks: { 9192380-: 1 }", "'9192380-'" + kBlock},
      {"blocks: { 9192380-9192381-9192382: 1 }", "'9192380-9192381-9192382'" + kBlock},
      {"blocks: { 9192380: 1001 }", "'1001' is not a number from 0 to 1000"},
      {"blocks: { 9192380: -1 }", "'-1' is not a number from 0 to 1000"},
      {"blocks: { 9192380: all }", "expected a number, found 'all'"},
      {"blocks: { 9192380-9192382: 1, 9192382: 1 }", "block 9192382 stands twice"},
      {"blocks: { 9192380: 1 }, protected: { 9192380: 1 }", "block 9192380 stands twice"},
  };
  for (const auto& [keys, fault] : kCases) {
    const Lines found = faults(with(keys));
    ASSERT_EQ(found.size(), 1) << keys << "\n" << join(found, "\n");
    EXPECT_TRUE(found[0].starts_with("i.yaml:4:")) << found[0];
    EXPECT_EQ(found[0].substr(found[0].find(": ") + 2), fault) << keys;
  }
}

TEST(InventoryFile, SaysWhereAFaultIs) {
  EXPECT_EQ(faults(with("tier: 6"))[0].substr(0, 13), "i.yaml:4:74: ");
  EXPECT_EQ(faults(with("blocks: { 919238: 1 }"))[0].substr(0, 13), "i.yaml:4:78: ");
}

TEST(InventoryFile, ReportsWhatARateCenterLacksOrRepeats) {
  const std::string states = join(state_codes(), ", ");
  EXPECT_EQ(faults(with_rate_center("{ name: CARY }")),
            (Lines{"i.yaml:4:5: key 'id' is missing", "i.yaml:4:5: key 'abbreviation' is missing",
                   "i.yaml:4:5: key 'state' is missing", "i.yaml:4:5: key 'lata' is missing"}));
  EXPECT_EQ(faults(with_rate_center("{ id: 0, abbreviation: Cary, state: NX, lata: 42 }")),
            (Lines{"i.yaml:4:11: '0' is not a number from 1 to 1000000000",
                   "i.yaml:4:41: unknown state 'NX' (did you mean 'NC'?); allowed here: " + states,
                   "i.yaml:4:28: 'Cary' is not one to ten capitals",
                   "i.yaml:4:51: '42' is not the three or five digits of a LATA"}));
  EXPECT_EQ(faults(with_rate_center("{ id: 1, abbreviation: WAKE FOREST, state: NC, lata: 426 }")),
            (Lines{"i.yaml:4:28: 'WAKE FOREST' is not one to ten capitals"}));
  EXPECT_EQ(faults(with_rate_center("{ id: 1, abbreviation: CARY, state: NC, lata: 426 }\n"
                                    "  - { id: 1, abbreviation: CARY, state: IL, lata: 358 }\n"
                                    "  - { id: 2, abbreviation: CARY, state: NC, lata: 426 }")),
            (Lines{"i.yaml:5:11: rate center '1' stands twice",
                   "i.yaml:6:28: rate center 'CARY' of NC stands twice"}));
}

TEST(InventoryFile, ReportsFaultsOfCoverage) {
  const std::string center = "{ id: 1, abbreviation: CARY, state: NC, lata: 426, ";
  EXPECT_EQ(faults(with_rate_center(center + "vendor: 48 }")),
            (Lines{"i.yaml:4:64: unknown vendor '48' (did you mean '49'?); allowed here: 49, 57"}));
  EXPECT_EQ(faults(with_rate_center(center + "vendor: 57 }")),
            (Lines{"i.yaml:4:64: tier 0 is for on-net vendors, tiers 1 to 5 are for others"}));
  EXPECT_EQ(faults(with_rate_center(center + "blocks: { 9192380: 1 } }")),
            (Lines{"i.yaml:4:64: a rate center without a vendor has no blocks, only exchanges"}));
}

TEST(InventoryFile, ReportsFaultsOfVendorsAndCarriers) {
  const std::string rest = "rateCenters: []\n";
  EXPECT_EQ(faults("vendors: [{ id: 49, name: Ours }]\n" + kCarriers + rest),
            (Lines{"i.yaml:1:1: no vendor has 'onNet: true'"}));
  EXPECT_EQ(faults("vendors: [{ id: 49, name: Ours, onNet: true }, { id: 49, name: P }]\n" +
                   kCarriers + rest),
            (Lines{"i.yaml:1:54: vendor '49' stands twice"}));
  const std::string one =
      "i.yaml:1:1: one carrier, and only one, has no 'prefixes': it has all other numbers";
  EXPECT_EQ(faults(kVendors + "carriers: []\n" + rest), Lines{one});
  EXPECT_EQ(faults(kVendors + "carriers: [{ spid: 1, name: A }, { spid: 1, name: B }]\n" + rest),
            (Lines{"i.yaml:2:42: carrier '1' stands twice", one}));
  EXPECT_EQ(faults(kVendors +
                   "carriers:\n"
                   "  - { spid: 1, name: A }\n"
                   "  - { spid: 2, name: B, prefixes: [919, 91X] }\n"
                   "  - { spid: 3, name: C, prefixes: [919], minimumPortingInterval: 400 }\n" +
                   rest),
            (Lines{"i.yaml:4:41: '91X' is not one to ten digits",
                   "i.yaml:5:66: '400' is not a number from 0 to 365",
                   "i.yaml:5:36: prefix '919' stands twice"}));
}

TEST(InventoryFile, ReportsFaultsOfTheWhole) {
  EXPECT_EQ(faults("vendors: ["), (Lines{"i.yaml:1:1: end of sequence flow not found"}));
  EXPECT_EQ(faults("vendor: []"),
            (Lines{"i.yaml:1:1: unknown key 'vendor' (did you mean 'vendors'?); allowed here: "
                   "vendors, carriers, rateCenters, tollFree"}));
  EXPECT_EQ(faults(kVendors + kCarriers), (Lines{"i.yaml:1:1: key 'rateCenters' is missing"}));
  EXPECT_EQ(faults(kVendors + kCarriers + "rateCenters: []\ntollFree: { 9192380: 1 }\n"),
            (Lines{"i.yaml:4:13: '9192380' is not the seven digits of a toll-free block, nor two "
                   "of them with '-' between"}));
}

}  // namespace
}  // namespace irisim::inventory
