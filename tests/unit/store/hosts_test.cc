#include "store/hosts.h"

#include <gtest/gtest.h>

#include "store/store.h"

namespace irisim::store {
namespace {

Host host(std::string_view kind, std::string peer, std::string name) {
  return {std::string(kind), "14", "743", std::move(peer), std::move(name), ""};
}

class HostsTest : public testing::Test {
 protected:
  bool taken(std::string_view kind, std::string_view subnet, std::string_view account = "15",
             std::string_view peer = "9") {
    return store_.hosts.overlapping(kind, *parse_subnet(subnet), account, peer).has_value();
  }

  Store store_;
};

TEST_F(HostsTest, KnowWhoHasAnAddress) {
  store_.hosts.add(host(kTerminationHost, "1", "2.1.1.96/30"));
  for (const std::string_view subnet : {"2.1.1.96", "2.1.1.99", "2.1.1.96/30", "2.0.0.0/14"})
    EXPECT_TRUE(taken(kTerminationHost, subnet)) << subnet;
  EXPECT_FALSE(taken(kTerminationHost, "2.1.1.95"));
  EXPECT_FALSE(taken(kTerminationHost, "2.1.1.100"));
  EXPECT_FALSE(taken(kSmsHost, "2.1.1.96"));
  EXPECT_FALSE(taken(kTerminationHost, "2.1.1.96", "14", "1")) << "its own";
  EXPECT_TRUE(taken(kTerminationHost, "2.1.1.96", "14", "2"));
}

TEST_F(HostsTest, FindTheLargestSubnetByItsLastAddress) {
  store_.hosts.add(host(kTerminationHost, "1", "8.0.0.0/14"));
  EXPECT_TRUE(taken(kTerminationHost, "8.3.255.255"));
  EXPECT_FALSE(taken(kTerminationHost, "8.4.0.0"));
}

TEST_F(HostsTest, TakeNamesForNoAddress) {
  store_.hosts.add(host(kOriginationHost, "1", "sip.example.com"));
  EXPECT_FALSE(taken(kOriginationHost, "0.0.0.0/0"));
  EXPECT_EQ(store_.hosts.list("14", "").size(), 1u);
}

TEST_F(HostsTest, AreListedAndRemovedByKind) {
  store_.hosts.add(host(kTerminationHost, "10", "2.1.1.1"));
  store_.hosts.add(host(kTerminationHost, "9", "2.1.1.2"));
  store_.hosts.add(host(kSmsHost, "9", "2.1.1.3"));
  const std::vector<Host> all = store_.hosts.list("14", "");
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].name, "2.1.1.2");
  EXPECT_EQ(all[2].name, "2.1.1.1");
  EXPECT_EQ(store_.hosts.list("14", kSmsHost).size(), 1u);
  EXPECT_TRUE(store_.hosts.list("15", "").empty());
  store_.hosts.remove("14", "9", kTerminationHost);
  EXPECT_EQ(store_.hosts.list("14", "").size(), 2u);
  store_.hosts.remove_all("14", "9");
  EXPECT_EQ(store_.hosts.list("14", "").size(), 1u);
  EXPECT_FALSE(taken(kTerminationHost, "2.1.1.2"));
}

}  // namespace
}  // namespace irisim::store
