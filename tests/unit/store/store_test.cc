#include "store/store.h"

#include <gtest/gtest.h>

namespace irisim::store {
namespace {

TEST(Store, CountsFromOneForEachKind) {
  Store store;
  EXPECT_EQ(store.next("portins"), 1u);
  EXPECT_EQ(store.next("portins"), 2u);
  EXPECT_EQ(store.next("delay"), 1u);
  EXPECT_EQ(store.next("portins"), 3u);
}

TEST(Store, KeepsWhatIsCommittedOnly) {
  Store store;
  store.begin();
  store.next("portins");
  store.sites.add("14", {"743", "Raleigh"});
  store.commit();
  store.begin();
  store.next("portins");
  store.sites.add("14", {"744", "Durham"});
  store.roll_back();
  EXPECT_TRUE(store.sites.exists("14", "743"));
  EXPECT_FALSE(store.sites.exists("14", "744"));
  EXPECT_EQ(store.next("portins"), 2u);
}

TEST(Store, SharesNothingWithAnother) {
  Store one, other;
  one.sites.add("14", {"743", "Raleigh"});
  EXPECT_TRUE(one.sites.any("14"));
  EXPECT_FALSE(other.sites.any("14"));
}

TEST(Store, KnowsTheSitesOfEachAccount) {
  Store store;
  store.sites.add("14", {"743", "Raleigh"});
  store.sites.add_peer("14", {"1", "743", "First", false});
  store.sites.add_peer("14", {"2", "743", "Second", true});
  EXPECT_FALSE(store.sites.exists("15", "743"));
  EXPECT_FALSE(store.sites.any("15"));
  ASSERT_TRUE(store.sites.find_peer("14", "1"));
  EXPECT_EQ(store.sites.find_peer("14", "1")->site, "743");
  EXPECT_EQ(store.sites.find_peer("14", "1")->name, "First");
  EXPECT_FALSE(store.sites.find_peer("15", "1"));
  ASSERT_TRUE(store.sites.default_peer("14", "743"));
  EXPECT_EQ(store.sites.default_peer("14", "743")->id, "2");
  EXPECT_FALSE(store.sites.default_peer("14", "744"));
}

}  // namespace
}  // namespace irisim::store
