#include "store/numbers.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "store/schema.h"

namespace irisim::store {
namespace {

using std::chrono::days;

class NumbersTest : public testing::Test {
 protected:
  NumbersTest() { database_.set_up(); }

  static Number number(Tn tn, const std::string& account = "14", const std::string& peer = "500") {
    Number result;
    result.tn = tn;
    result.account = account;
    result.site = "7";
    result.peer = peer;
    return result;
  }

  static NumberFilter in_service(const std::string& account) {
    NumberFilter filter;
    filter.account = account;
    filter.status = NumberStatus::kInservice;
    return filter;
  }

  std::vector<Tn> list(const NumberFilter& filter, Tn first = 0, int64_t skip = 0,
                       int64_t limit = 100) {
    std::vector<Tn> result;
    for (const Number& found : numbers_.list(filter, first, skip, limit))
      result.push_back(found.tn);
    return result;
  }

  Database database_{empty_image()};
  Numbers numbers_{database_};
};

TEST_F(NumbersTest, KeepsAllOfANumber) {
  Number kept = number(9195551234);
  kept.status = NumberStatus::kReserved;
  kept.order_row = 3;
  kept.modified = Instant(days(2));
  kept.in_service = Instant(days(1));
  kept.is_protected = true;
  kept.from_inventory = true;
  kept.settings = "<SipPeerTelephoneNumber/>";
  numbers_.put(kept);
  const std::optional<Number> found = numbers_.find(9195551234);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->status, NumberStatus::kReserved);
  EXPECT_EQ(found->account, "14");
  EXPECT_EQ(found->site, "7");
  EXPECT_EQ(found->peer, "500");
  EXPECT_EQ(found->order_row, 3);
  EXPECT_EQ(found->modified, Instant(days(2)));
  EXPECT_EQ(found->in_service, Instant(days(1)));
  EXPECT_TRUE(found->is_protected);
  EXPECT_TRUE(found->from_inventory);
  EXPECT_EQ(found->settings, "<SipPeerTelephoneNumber/>");
  EXPECT_FALSE(numbers_.find(9195551235));
}

TEST_F(NumbersTest, HasOneHolderForANumber) {
  numbers_.put(number(9195551234, "14"));
  numbers_.put(number(9195551234, "15"));
  EXPECT_EQ(numbers_.count(in_service("14")), 0);
  EXPECT_EQ(numbers_.count(in_service("15")), 1);
  numbers_.remove(9195551234);
  EXPECT_EQ(numbers_.count(in_service("15")), 0);
  EXPECT_FALSE(numbers_.find(9195551234));
}

TEST_F(NumbersTest, ListsByAccountSitePeerAndStatus) {
  numbers_.put(number(9195551234));
  numbers_.put(number(9195551235, "14", "501"));
  numbers_.put(number(9195551236, "15"));
  Number aging = number(9195551237);
  aging.status = NumberStatus::kAging;
  numbers_.put(aging);
  EXPECT_EQ(list(in_service("14")), (std::vector<Tn>{9195551234, 9195551235}));
  NumberFilter peer = in_service("14");
  peer.peer = "501";
  EXPECT_EQ(list(peer), std::vector<Tn>{9195551235});
  EXPECT_EQ(numbers_.count(peer), 1);
  NumberFilter all;
  EXPECT_EQ(numbers_.count(all), 4);
  EXPECT_EQ(list(all).size(), 4u);
  NumberFilter elsewhere = in_service("14");
  elsewhere.site = "8";
  EXPECT_EQ(numbers_.count(elsewhere), 0);
  EXPECT_TRUE(list(elsewhere).empty());
}

TEST_F(NumbersTest, PagesAcrossBlocks) {
  std::vector<Tn> expected;
  for (const Tn tn :
       {Tn{2015550001}, Tn{2015550999}, Tn{2015551000}, Tn{9195551234}, Tn{9195551235}}) {
    numbers_.put(number(tn));
    expected.push_back(tn);
  }
  const NumberFilter filter = in_service("14");
  EXPECT_EQ(list(filter), expected);
  for (size_t skip = 0; skip < expected.size(); ++skip) {
    EXPECT_EQ(list(filter, 0, static_cast<int64_t>(skip), 2),
              std::vector<Tn>(expected.begin() + static_cast<long>(skip),
                              expected.begin() + static_cast<long>(std::min(skip + 2, size_t{5}))));
    EXPECT_EQ(list(filter, expected[skip], 0, 1), std::vector<Tn>{expected[skip]});
  }
  EXPECT_EQ(list(filter, 2015551000, 1, 5), (std::vector<Tn>{9195551234, 9195551235}));
}

TEST_F(NumbersTest, NarrowsByBlockAndTime) {
  Number late = number(9195551234);
  late.modified = Instant(days(2));
  numbers_.put(late);
  numbers_.put(number(9195551235));
  numbers_.put(number(2015550001));
  NumberFilter filter = in_service("14");
  filter.wants_block = [](int block) { return block / 10'000 == 919; };
  EXPECT_EQ(numbers_.count(filter), 2);
  filter.modified_from = Instant(days(1));
  EXPECT_EQ(numbers_.count(filter), 1);
  EXPECT_EQ(list(filter), std::vector<Tn>{9195551234});
  filter.modified_before = Instant(days(2));
  EXPECT_EQ(numbers_.count(filter), 0);
}

TEST_F(NumbersTest, CountsAsManyAsThereAreWhateverHappens) {
  constexpr int kSteps = 2000, kNumbers = 40, kStatuses = 4;
  const std::string accounts[] = {"14", "42"}, peers[] = {"500", "501"};
  std::mt19937 random(1);
  for (int i = 0; i < kSteps; ++i) {
    const Tn tn = 9195551980 + static_cast<Tn>(random() % kNumbers);  // in two blocks
    if (random() % 4 == 0) {
      numbers_.remove(tn);
    } else {
      Number changed = number(tn, accounts[random() % 2], peers[random() % 2]);
      changed.status = static_cast<NumberStatus>(random() % kStatuses);
      numbers_.put(changed);
    }
    const std::vector<Number> all = numbers_.range(0, 9999999999);
    NumberFilter filter;
    filter.account = accounts[random() % 2];
    filter.peer = peers[random() % 2];
    filter.status = static_cast<NumberStatus>(random() % kStatuses);
    const auto matches = [&](const Number& one) {
      return one.account == filter.account && one.peer == filter.peer &&
             one.status == filter.status;
    };
    ASSERT_EQ(numbers_.count(filter), std::ranges::count_if(all, matches)) << "step " << i;
    ASSERT_EQ(numbers_.count({}), std::ssize(all)) << "step " << i;
    ASSERT_EQ(list({}).size(), all.size()) << "step " << i;
  }
}

// A range of whole area codes is counted in another way than one of single blocks.
TEST_F(NumbersTest, CountsWhatIsInARangeOfBlocks) {
  for (const Tn tn : {Tn{2015550001}, Tn{9195551234}, Tn{9195551235}, Tn{9195552000}})
    numbers_.put(number(tn));
  numbers_.put(number(9195552001, "15"));
  numbers_.put(number(9195552001, "14"));  // it changes hands
  numbers_.put(number(9195552002));
  numbers_.remove(9195552002);
  NumberFilter filter = in_service("14");
  EXPECT_EQ(numbers_.count(filter), 5);
  filter.blocks = {9'190'000, 9'199'999};
  EXPECT_EQ(numbers_.count(filter), 4);
  EXPECT_EQ(list(filter), (std::vector<Tn>{9195551234, 9195551235, 9195552000, 9195552001}));
  filter.blocks = {9'195'552, 9'195'552};
  EXPECT_EQ(numbers_.count(filter), 2);
  EXPECT_EQ(list(filter), (std::vector<Tn>{9195552000, 9195552001}));
  filter.blocks.narrow({9'195'551, 9'195'551});
  EXPECT_EQ(numbers_.count(filter), 0);
  EXPECT_TRUE(list(filter).empty());
  NumberFilter of_all;
  of_all.blocks = {9'190'000, 9'199'999};
  EXPECT_EQ(numbers_.count(of_all), 4);
  EXPECT_EQ(numbers_.count(in_service("15")), 0);
}

TEST_F(NumbersTest, FindsThoseWithSettings) {
  Number set = number(9195551234);
  set.settings = "<Settings/>";
  numbers_.put(set);
  numbers_.put(number(9195551235));
  const std::vector<Number> found = numbers_.with_settings("14", "500");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front().tn, 9195551234);
  EXPECT_TRUE(numbers_.with_settings("14", "501").empty());
  EXPECT_TRUE(numbers_.with_settings("15", "500").empty());
}

TEST_F(NumbersTest, KnowsWhetherAPeerHasOneThatTakesMessages) {
  Number with_messages = number(9195551234);
  with_messages.takes_messages = true;
  numbers_.put(with_messages);
  numbers_.put(number(9195551235, "14", "501"));
  EXPECT_TRUE(numbers_.find(9195551234)->takes_messages);
  EXPECT_FALSE(numbers_.find(9195551235)->takes_messages);
  EXPECT_TRUE(numbers_.any_with_messages("14", "500"));
  EXPECT_FALSE(numbers_.any_with_messages("14", "501"));
  EXPECT_FALSE(numbers_.any_with_messages("15", "500"));
  numbers_.put(number(9195551234));
  EXPECT_FALSE(numbers_.any_with_messages("14", "500"));
}

TEST_F(NumbersTest, AreCountedBySite) {
  numbers_.put(number(9195551234));
  numbers_.put(number(9195552000));
  numbers_.put(number(9195551235, "15"));
  Number elsewhere = number(9195551236);
  elsewhere.site = "8";
  numbers_.put(elsewhere);
  Number ageing = number(9195551237);
  ageing.status = NumberStatus::kAging;
  numbers_.put(ageing);
  auto counts = numbers_.count_by_site("14");
  EXPECT_EQ(counts["7"], 2);
  EXPECT_EQ(counts["8"], 1);
  EXPECT_EQ(counts.size(), 2u);
}

TEST_F(NumbersTest, SaysHowManyOfABlockAreHeldAndFreed) {
  numbers_.put(number(9195551234));
  Number from_inventory = number(9195551235);
  from_inventory.from_inventory = true;
  numbers_.put(from_inventory);
  from_inventory.account = "15";  // it changes hands
  numbers_.put(from_inventory);
  Number freed = number(9195551236);
  freed.status = NumberStatus::kAvailable;
  freed.is_protected = true;
  freed.from_inventory = true;
  numbers_.put(freed);
  numbers_.put(number(9195552000));
  from_inventory.tn = 9195554000;
  numbers_.put(from_inventory);
  numbers_.remove(9195554000);
  const auto uses = numbers_.uses(9195551, 9195555);
  ASSERT_EQ(uses.size(), 2u);
  EXPECT_EQ(uses.at(9195551).held, 2);
  EXPECT_EQ(uses.at(9195551).freed, 1);
  EXPECT_EQ(uses.at(9195551).from_inventory, 2);
  EXPECT_EQ(uses.at(9195552).from_inventory, 0);
  EXPECT_EQ(uses.at(9195552).held, 1);
  EXPECT_TRUE(numbers_.uses(9195553, 9195554).empty());

  const std::vector<NumberMark> marks = numbers_.marks(9195551235, 9195551999);
  ASSERT_EQ(marks.size(), 2u);
  EXPECT_EQ(marks[0].tn, 9195551235);
  EXPECT_FALSE(marks[0].is_available);
  EXPECT_FALSE(marks[0].is_protected);
  EXPECT_EQ(marks[1].tn, 9195551236);
  EXPECT_TRUE(marks[1].is_available);
  EXPECT_TRUE(marks[1].is_protected);
}

}  // namespace
}  // namespace irisim::store
