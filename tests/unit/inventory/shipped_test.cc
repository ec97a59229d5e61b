// What is true of the inventory that the program ships.

#include "inventory/shipped.h"

#include <algorithm>
#include <initializer_list>
#include <set>

#include <gtest/gtest.h>

#include "inventory/load.h"
#include "tests/support/server.h"

namespace irisim::inventory {
namespace {

std::string place(const Inventory& inventory, Tn tn) {
  const RateCenter* center = inventory.rate_center_of(tn);
  return center == nullptr ? "none" : center->abbreviation + " " + center->state;
}

int available(const Inventory& inventory, const RateCenter& center) {
  int sum = 0;
  for (const Block* block : inventory.blocks_of(center)) sum += block->available;
  return sum;
}

TEST(ShippedInventory, IsTheOneOfTheFile) {
  const Inventory compiled = shipped();
  const auto loaded = load(test::source_file("fixtures/inventory.yaml"), "inventory.yaml");
  ASSERT_TRUE(loaded.ok()) << yaml::describe(loaded.error().front());
  const auto same = [](const auto& a, const auto& b) { return std::ranges::equal(a, b); };
  EXPECT_TRUE(same(compiled.vendors(), loaded->vendors()));
  EXPECT_TRUE(same(compiled.carriers(), loaded->carriers()));
  EXPECT_TRUE(same(compiled.rate_centers(), loaded->rate_centers()));
  EXPECT_TRUE(same(compiled.blocks(), loaded->blocks()));
}

TEST(ShippedInventory, IsLargeEnoughToBeUseful) {
  const Inventory inventory = shipped();
  std::set<std::string> states;
  for (const RateCenter& center : inventory.rate_centers()) states.insert(center.state);
  EXPECT_GE(inventory.rate_centers().size(), 60);
  EXPECT_GE(states.size(), 15);
  std::set<int> toll_free;
  for (const Block& block : inventory.blocks()) {
    if (block.rate_center == kNone) toll_free.insert(block.prefix / 10'000);
  }
  EXPECT_EQ(toll_free, (std::set{800, 833, 844, 855, 866, 877, 888}));
  EXPECT_TRUE(std::ranges::any_of(inventory.blocks(), &Block::is_protected));
  EXPECT_TRUE(std::ranges::any_of(inventory.carriers(), &Carrier::is_wireless));
  EXPECT_FALSE(std::ranges::all_of(inventory.carriers(), &Carrier::is_supported));
}

TEST(ShippedInventory, FindsEachRateCenterByCityAndZip) {
  const Inventory inventory = shipped();
  for (const RateCenter& center : inventory.rate_centers()) {
    EXPECT_FALSE(center.cities.empty()) << center.abbreviation;
    EXPECT_FALSE(center.zips.empty()) << center.abbreviation;
  }
}

TEST(ShippedInventory, HasLocalCallingAreasThatGoOneWayToo) {
  const Inventory inventory = shipped();
  const auto is_local = [&](int to, int from) {
    return std::ranges::count(inventory.find(from)->local, to) > 0;
  };
  int both = 0, one = 0;
  for (const RateCenter& center : inventory.rate_centers()) {
    for (const int other : center.local) ++(is_local(center.id, other) ? both : one);
  }
  EXPECT_GT(both, 0);
  EXPECT_GT(one, 0);
}

TEST(ShippedInventory, HasTheNumbersOfTheContractsExamples) {
  const Inventory inventory = shipped();
  const std::pair<Tn, std::string> kNumbers[] = {
      {9192381138, "CARY NC"},       {3172000000, "INDIANAPLS IN"}, {2018981023, "JERSEYCITY NJ"},
      {4158714245, "SNFC CNTRL CA"}, {4352154439, "ST GEORGE UT"},  {4354776112, "CEDAR CITY UT"},
      {4357095160, "CEDAR CITY UT"}, {2052160148, "BIRMINGHAM AL"}, {8042105618, "LADYSMITH VA"}};
  for (const auto& [tn, expected] : kNumbers) {
    EXPECT_EQ(place(inventory, tn), expected) << tn;
    ASSERT_NE(inventory.block_of(tn), nullptr) << tn;
    EXPECT_EQ(inventory.block_of(tn)->available, 1000) << tn;
  }
}

// POST lnpchecker: which rate centers and losing carriers its numbers have.
TEST(ShippedInventory, KnowsThePortsOfTheContractsExample) {
  const Inventory inventory = shipped();
  for (const Tn tn : {4109255199, 4104685864}) EXPECT_EQ(place(inventory, tn), "BALTIMORE MD");
  for (const Tn tn : {4103431313, 4103431561}) EXPECT_EQ(place(inventory, tn), "SPARKSGLNC MD");
  for (const Tn tn : {4109255199, 4104685864, 4103431313, 4103431561}) {
    EXPECT_EQ(inventory.vendor_of(tn), nullptr);
    EXPECT_EQ(inventory.carrier_of(tn).name, "Test Losing Carrier L3");
    EXPECT_EQ(inventory.carrier_of(tn).minimum_porting_interval, 5);
  }
  EXPECT_EQ(inventory.rate_center_of(4109255199)->lata, "238");
  EXPECT_EQ(place(inventory, 4109235436), "FT COLLINS CO");
  EXPECT_EQ(inventory.rate_center_of(4109235436)->tier, 1);

  const RateCenter* beason = inventory.rate_center_of(2174101103);
  ASSERT_NE(beason, nullptr);
  EXPECT_EQ(beason->abbreviation, "BEASON");
  EXPECT_EQ(beason->lata, "366");
  EXPECT_EQ(beason->tier, 3);
  EXPECT_TRUE(beason->is_automated);
  EXPECT_EQ(inventory.vendor_of(*beason)->name, "Level 3");
  EXPECT_EQ(inventory.carrier_of(2174101103).spid, "7482");
}

TEST(ShippedInventory, LeavesTheNumbersOfPortInsToOthers) {
  const Inventory inventory = shipped();
  for (const Tn tn : std::initializer_list<Tn>{9195551234, 9194809871, 9192809870, 2019721004,
                                               2018391156, 9175131245, 8045030092, 2024550000,
                                               2092660000, 6052609021, 7138391156, 9727710000}) {
    EXPECT_EQ(inventory.block_of(tn), nullptr) << tn;
    ASSERT_NE(inventory.rate_center_of(tn), nullptr) << tn;
    EXPECT_TRUE(inventory.vendor_of(tn)->is_on_net) << tn;
    EXPECT_EQ(inventory.carrier_of(tn).spid, "1537") << tn;
  }
}

TEST(ShippedInventory, GivesNoBlockToALosingCarrier) {
  const Inventory inventory = shipped();
  for (const Block& block : inventory.blocks()) {
    EXPECT_EQ(inventory.carrier_of(Tn{block.prefix} * 1000).name, "Mock Carrier") << block.prefix;
  }
}

// GET rateCenters with available=true, and GET coveredRateCenters.
TEST(ShippedInventory, CountsAsTheContractsExamples) {
  const Inventory inventory = shipped();
  const std::pair<std::string, int> kNebraska[] = {
      {"ADAMS", 108},   {"ALEXANDRIA", 230}, {"ASHLAND", 129},   {"WEST POINT", 85},
      {"WESTERN", 134}, {"WILBER", 135},     {"WYMORE", 132},    {"YUTAN", 588},
      {"FILLEY", 266},  {"DOUGLAS", 378},    {"WAKEFIELD", 272}, {"OAKLAND", 290},
      {"WAYNE", 434},   {"BRADSHAW", 274}};
  for (const auto& [abbreviation, count] : kNebraska) {
    const RateCenter* center = inventory.find(abbreviation, "NE");
    ASSERT_NE(center, nullptr) << abbreviation;
    EXPECT_EQ(available(inventory, *center), count) << abbreviation;
  }
  const std::pair<int, int> kCalifornia[] = {{3151, 1}, {3538, 25}};
  for (const auto& [id, count] : kCalifornia)
    EXPECT_EQ(available(inventory, *inventory.find(id)), count) << id;
  EXPECT_EQ(inventory.find(3151)->local, (std::vector{369, 7843, 7945, 2461, 10741, 7059}));
  EXPECT_EQ(inventory.find(6854)->abbreviation, "LOMITA");
}

TEST(ShippedInventory, RunsOutSomewhere) {
  const Inventory inventory = shipped();
  EXPECT_EQ(available(inventory, *inventory.find("SILER CITY", "NC")), 3);
}

}  // namespace
}  // namespace irisim::inventory
