#include "operations/number_search.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "inventory/block_numbers.h"
#include "inventory/load.h"
#include "tests/support/server.h"

namespace irisim::operations {
namespace {

using Numbers = std::vector<Tn>;

constexpr char kInventory[] = R"(
vendors: [{ id: 49, name: Ours, onNet: true }]
carriers: [{ spid: 1537, name: Mock Carrier }]
rateCenters:
  - { id: 1, abbreviation: RALEIGH, state: NC, lata: 426, vendor: 49, cities: [RALEIGH, GARNER], zips: [27601],
      local: [2], blocks: { 9194390: 5, 9194391: 1000, 9842820: 2 }, protected: { 9194395: 4 }, exchanges: [919555] }
  - { id: 2, abbreviation: CARY, state: NC, lata: 426, vendor: 49, cities: [CARY], zips: [27511], blocks: { 9192380: 3 } }
  - { id: 3, abbreviation: MIAMI, state: FL, lata: 46018, vendor: 49, cities: [MIAMI], zips: [33130], blocks: { 3052010: 7 } }
tollFree: { 8005541: 20, 8885540: 1000 }
)";

engine::WorldSettings settings() {
  engine::WorldSettings settings = test::default_settings();
  const auto loaded = inventory::load(kInventory, "test");
  EXPECT_TRUE(loaded.ok());
  settings.inventory = std::make_shared<const inventory::Inventory>(*loaded);
  return settings;
}

class NumberSearch : public testing::Test {
 protected:
  Numbers find(const NumberCriteria& criteria, int64_t quantity = 5'000) {
    return world_.read(
        [&](engine::Session& session) { return find_available(session, criteria, quantity); });
  }

  // What the inventory says of some blocks, one after the other.
  Numbers of(const std::vector<std::string>& blocks) {
    return world_.read([&](engine::Session& session) {
      Numbers numbers;
      for (const std::string& prefix : blocks) {
        const auto& block = session.inventory.blocks_beginning_with(prefix).front();
        inventory::BlockNumbers(session.dice, block).for_each([&](Tn tn) {
          numbers.push_back(tn);
          return true;
        });
      }
      return numbers;
    });
  }

  void put(Tn tn, store::NumberStatus status, bool is_protected = false) {
    world_.write([&](engine::Session& session) {
      store::Number number;
      number.tn = tn;
      number.status = status;
      number.account = "14";
      number.is_protected = is_protected;
      number.from_inventory = inventory::is_available(session.inventory, session.dice, tn);
      session.store.numbers.put(number);
      return 0;
    });
  }

  engine::World world_{"test", settings(), [](Millis) {}};
};

TEST_F(NumberSearch, GivesWhatTheInventorySaysInAscendingOrder) {
  EXPECT_EQ(find({.npa_nxx_x = "9194390", .with_local_calling_area = false}), of({"9194390"}));
  EXPECT_EQ(find({.npa_nxx = "919439", .with_local_calling_area = false}),
            of({"9194390", "9194391"}));
  EXPECT_EQ(find({.area_code = "919"}), of({"9192380", "9194390", "9194391"}));
  EXPECT_EQ(find({.state = "fl"}), of({"3052010"}));
  EXPECT_EQ(find({.state = "NC", .city = "garner"}), of({"9194390", "9194391", "9842820"}));
  EXPECT_EQ(find({.zip = "27511-1234"}), of({"9192380"}));
  EXPECT_EQ(find({.lata = "460"}), of({"3052010"}));
  EXPECT_EQ(find({.lata = "42600"}).size(), 1010u);
}

TEST_F(NumberSearch, CombinedCriteriaAllHold) {
  EXPECT_EQ(find({.area_code = "919", .state = "NC", .city = "CARY"}), of({"9192380"}));
  EXPECT_EQ(find({.area_code = "984", .zip = "27601", .lata = "426"}), of({"9842820"}));
  EXPECT_EQ(find({.area_code = "984", .zip = "27511"}), Numbers{});
}

TEST_F(NumberSearch, StopsAtTheQuantity) {
  const Numbers all = of({"9194390", "9194391"});
  EXPECT_EQ(find({.npa_nxx = "919439", .with_local_calling_area = false}, 7),
            Numbers(all.begin(), all.begin() + 7));
}

TEST_F(NumberSearch, GoesOnInTheLocalCallingAreaUnlessToldNot) {
  Numbers all = of({"9194390"});
  const Numbers others = of({"9192380", "9194391", "9842820"});
  all.insert(all.end(), others.begin(), others.end());
  EXPECT_EQ(find({.npa_nxx_x = "9194390"}), all);

  Numbers raleigh_first = of({"9194390", "9194391", "9842820", "9192380"});
  EXPECT_EQ(find({.rate_center = "RALEIGH", .state = "NC"}), raleigh_first);
  // The calling area of RALEIGH has CARY in it, not the other way round.
  EXPECT_EQ(find({.rate_center = "CARY", .state = "NC"}), of({"9192380"}));
  // An exchange of which others hold all numbers.
  EXPECT_EQ(find({.npa_nxx = "919555"}), of({"9192380", "9194390", "9194391", "9842820"}));
  EXPECT_EQ(find({.npa_nxx = "919555", .with_local_calling_area = false}), Numbers{});
  EXPECT_EQ(find({.npa_nxx = "919439", .state = "NC"}), of({"9194390", "9194391"}));
}

TEST_F(NumberSearch, LeavesOutWhatSomebodyHolds) {
  const Numbers all = of({"9194390"});
  put(all[1], store::NumberStatus::kInservice);
  put(all[2], store::NumberStatus::kReserved);
  put(all[4], store::NumberStatus::kAging);
  EXPECT_EQ(find({.npa_nxx_x = "9194390", .with_local_calling_area = false}),
            (Numbers{all[0], all[3]}));
}

TEST_F(NumberSearch, LeavesOutABlockThatIsUsedUp) {
  for (Tn tn = 9194391000; tn < 9194392000; ++tn) put(tn, store::NumberStatus::kInservice);
  EXPECT_EQ(find({.npa_nxx = "919439", .with_local_calling_area = false}), of({"9194390"}));
  put(9194391500, store::NumberStatus::kAvailable);
  EXPECT_EQ(find({.npa_nxx_x = "9194391", .with_local_calling_area = false}), Numbers{9194391500});
}

TEST_F(NumberSearch, ProtectedNumbersAreFoundOnlyIfWanted) {
  const Numbers open = of({"9194390"});
  const Numbers kept = of({"9194395"});
  put(open[0], store::NumberStatus::kAvailable, true);
  NumberCriteria criteria{.npa_nxx = "919439", .with_local_calling_area = false};
  EXPECT_EQ(find(criteria).size(), 1004u);
  criteria.protection = Protection::kOnly;
  EXPECT_EQ(find(criteria), (Numbers{open[0], kept[0], kept[1], kept[2], kept[3]}));
  criteria.protection = Protection::kMixed;
  EXPECT_EQ(find(criteria), of({"9194390", "9194391", "9194395"}));
}

TEST_F(NumberSearch, FindsLocalVanity) {
  EXPECT_EQ(find({.local_vanity = "9439123"}), Numbers{});
  EXPECT_EQ(find({.area_code = "919", .local_vanity = "4391123"}), Numbers{9194391123});
  EXPECT_EQ(find({.area_code = "919", .local_vanity = "1cat", .ends_in = true}),
            Numbers{9194391228});
  EXPECT_EQ(find({.state = "FL", .local_vanity = "2010"}), of({"3052010"}));
}

TEST_F(NumberSearch, FindsTollFreeNumbers) {
  EXPECT_EQ(find({.toll_free_wild_card = "8**"}).size(), 1020u);
  EXPECT_EQ(find({.toll_free_wild_card = "80*"}), of({"8005541"}));
  EXPECT_EQ(find({.toll_free_wild_card = "888"}), of({"8885540"}));
  EXPECT_EQ(find({.toll_free_wild_card = "87*"}), Numbers{});
  EXPECT_EQ(find({.toll_free_vanity = "0cat"}), Numbers{8885540228});
  EXPECT_EQ(find({.toll_free_vanity = "5540cat"}), Numbers{8885540228});
  EXPECT_EQ(find({.area_code = "888"}), Numbers{});
}

TEST_F(NumberSearch, CountsWithoutLookingAtEachNumber) {
  const Numbers few = of({"9194390"});
  const auto count = [&](const std::string& prefix) {
    return world_.read([&](engine::Session& session) {
      const inventory::Block& block = session.inventory.blocks_beginning_with(prefix).front();
      const std::vector blocks = {&block};
      const Availability::Count counted = Availability(session, blocks).count(block);
      return std::pair(counted.open, counted.is_protected);
    });
  };
  const auto open = [](int64_t plain, int64_t is_protected = 0) {
    return std::pair(plain, is_protected);
  };
  EXPECT_EQ(count("9194390"), open(5));
  EXPECT_EQ(count("9194395"), open(0, 4));
  put(few[0], store::NumberStatus::kInservice);
  put(few[1], store::NumberStatus::kAvailable, true);
  for (Tn tn = 9194390000; tn < 9194390010; ++tn) {
    if (std::ranges::find(few, tn) == few.end()) put(tn, store::NumberStatus::kInservice);
  }
  EXPECT_EQ(count("9194390"), open(3, 1));
  put(9194391000, store::NumberStatus::kInservice);
  EXPECT_EQ(count("9194391"), open(999));
  put(9194391001, store::NumberStatus::kAvailable, true);
  EXPECT_EQ(count("9194391"), open(998, 1));
}

}  // namespace
}  // namespace irisim::operations
