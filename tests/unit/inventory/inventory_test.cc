#include "inventory/inventory.h"

#include <gtest/gtest.h>

#include "inventory/block_numbers.h"

namespace irisim::inventory {
namespace {

RateCenter rate_center(int id, const std::string& abbreviation, const std::string& state,
                       int vendor) {
  RateCenter result;
  result.id = id;
  result.abbreviation = abbreviation;
  result.state = state;
  result.vendor = vendor;
  return result;
}

// Two rate centers of 919 in this order, an off-net one, and one that nobody covers.
Inventory make() {
  Contents contents;
  contents.vendors = {{"57", "Level 3", false}, {"49", "Bandwidth CLEC", true}};
  contents.carriers.resize(3);
  contents.carriers[0].spid = "1111";
  contents.carriers[0].prefixes = {"919", "2025551"};
  contents.carriers[1].spid = "2222";
  contents.carriers[2].spid = "3333";
  contents.carriers[2].prefixes = {"919555"};
  contents.rate_centers = {rate_center(20, "RALEIGH", "NC", 1), rate_center(10, "CARY", "NC", 1),
                           rate_center(30, "BEASON", "IL", 0),
                           rate_center(40, "CARY", "IL", kNone)};
  contents.rate_centers.back().exchanges = {847555, 919777};
  contents.blocks = {{9192380, 10, false, 1},
                     {8005551, 10, false, kNone},
                     {9194391, 1000, true, 0},
                     {9194390, 0, false, 0},
                     {2174470, 10, false, 2}};
  return Inventory(std::move(contents));
}

std::string place(const Inventory& inventory, Tn tn) {
  const RateCenter* center = inventory.rate_center_of(tn);
  return center == nullptr ? "none" : center->abbreviation + " " + center->state;
}

TEST(Inventory, FindsRateCenters) {
  const Inventory inventory = make();
  EXPECT_EQ(inventory.find(10)->abbreviation, "CARY");
  EXPECT_EQ(inventory.find(11), nullptr);
  EXPECT_EQ(inventory.find("CARY", "NC")->id, 10);
  EXPECT_EQ(inventory.find("CARY", "IL")->id, 40);
  EXPECT_EQ(inventory.find("CARY", "NJ"), nullptr);
}

TEST(Inventory, FindsTheRateCenterOfANumber) {
  const Inventory inventory = make();
  EXPECT_EQ(place(inventory, 9192380001), "CARY NC");     // its block
  EXPECT_EQ(place(inventory, 9192389001), "CARY NC");     // its NPA-NXX
  EXPECT_EQ(place(inventory, 9197771234), "CARY IL");     // an exchange of others
  EXPECT_EQ(place(inventory, 9195551234), "RALEIGH NC");  // the first of its NPA
  EXPECT_EQ(place(inventory, 8472221234), "CARY IL");     // likewise, by an exchange
  EXPECT_EQ(place(inventory, 2012021234), "none");
  EXPECT_EQ(place(inventory, 8005551234), "none");
  EXPECT_EQ(place(inventory, 8005561234), "none");
}

TEST(Inventory, FindsTheVendorOfANumber) {
  const Inventory inventory = make();
  EXPECT_EQ(inventory.vendor_of(9195551234)->id, "49");
  EXPECT_EQ(inventory.vendor_of(2174471234)->id, "57");
  EXPECT_EQ(inventory.vendor_of(8475551234), nullptr);  // not covered
  EXPECT_EQ(inventory.vendor_of(2012021234), nullptr);  // not known
  EXPECT_EQ(inventory.vendor_of(8665551234)->id, "49");
}

TEST(Inventory, FindsTheCarrierWithTheLongestPrefix) {
  const Inventory inventory = make();
  EXPECT_EQ(inventory.carrier_of(9195551234).spid, "3333");
  EXPECT_EQ(inventory.carrier_of(9195561234).spid, "1111");
  EXPECT_EQ(inventory.carrier_of(2025551234).spid, "1111");
  EXPECT_EQ(inventory.carrier_of(2025552234).spid, "2222");
}

TEST(Inventory, GivesBlocks) {
  const Inventory inventory = make();
  std::vector<int> prefixes;
  for (const Block& block : inventory.blocks()) prefixes.push_back(block.prefix);
  EXPECT_EQ(prefixes, (std::vector{2174470, 8005551, 9192380, 9194390, 9194391}));
  EXPECT_EQ(inventory.block_of(9194391000)->prefix, 9194391);
  EXPECT_TRUE(inventory.block_of(9194391000)->is_protected);
  EXPECT_EQ(inventory.block_of(9194392000), nullptr);
  EXPECT_EQ(inventory.block_of(9999999999), nullptr);

  const std::vector<const Block*> raleigh = inventory.blocks_of(*inventory.find(20));
  ASSERT_EQ(raleigh.size(), 2);
  EXPECT_EQ(raleigh[0]->prefix, 9194390);
  EXPECT_EQ(inventory.rate_center_of(*raleigh[0])->abbreviation, "RALEIGH");
  EXPECT_TRUE(inventory.blocks_of(*inventory.find(40)).empty());

  const auto count = [&](std::string_view digits) {
    return inventory.blocks_beginning_with(digits).size();
  };
  EXPECT_EQ(count("9"), 3);
  EXPECT_EQ(count("919"), 3);
  EXPECT_EQ(count("919439"), 2);
  EXPECT_EQ(count("9194391"), 1);
  EXPECT_EQ(count("9194392"), 0);
  EXPECT_EQ(count("999"), 0);
}

TEST(Inventory, KnowsWhatIsAvailable) {
  const Inventory inventory = make();
  EXPECT_TRUE(is_available(inventory, {1}, 9194391234));   // all of its block are
  EXPECT_FALSE(is_available(inventory, {1}, 9194390234));  // none of its block is
  EXPECT_FALSE(is_available(inventory, {1}, 9194392234));  // no block
}

}  // namespace
}  // namespace irisim::inventory
