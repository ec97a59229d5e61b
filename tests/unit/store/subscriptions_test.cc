#include "store/subscriptions.h"

#include <gtest/gtest.h>

#include "store/store.h"

namespace irisim::store {
namespace {

using Channel = Subscription::Channel;
const Instant kNow = Instant(Millis(1'577'836'800'123));

Subscription of_orders(const std::string& id, const std::string& type,
                       const std::string& order = "") {
  return {id, type, order, "", Channel::kCall, "http://a.com", {}, "", "<Subscription/>"};
}

std::vector<std::string> ids(Store& store, const SubscriptionFilter& filter, Instant now = kNow) {
  std::vector<std::string> result;
  for (const Subscription& subscription : store.subscriptions.list("14", filter, now))
    result.push_back(subscription.id);
  return result;
}

using Ids = std::vector<std::string>;

TEST(Subscriptions, AreFoundWithAllThatWasKept) {
  Store store;
  store.subscriptions.add("14", {"one", "orders", "7", "", Channel::kCall, "http://a.com",
                                 kNow + Millis(1), "200 OK", "<A/>"});
  store.subscriptions.add(
      "14", {"two", "", "", "MESSAGING_LOST", Channel::kDigest, "a@b.com", {}, "", "<B/>"});
  const auto one = store.subscriptions.find("14", "one", kNow);
  ASSERT_TRUE(one);
  EXPECT_EQ(one->id, "one");
  EXPECT_EQ(one->order_type, "orders");
  EXPECT_EQ(one->order_id, "7");
  EXPECT_EQ(one->event_type, "");
  EXPECT_EQ(one->channel, Channel::kCall);
  EXPECT_EQ(one->receiver, "http://a.com");
  EXPECT_EQ(one->expires, kNow + Millis(1));
  EXPECT_EQ(one->status, "200 OK");
  EXPECT_EQ(one->document, "<A/>");
  const auto two = store.subscriptions.find("14", "two", kNow);
  ASSERT_TRUE(two);
  EXPECT_EQ(two->event_type, "MESSAGING_LOST");
  EXPECT_EQ(two->channel, Channel::kDigest);
  EXPECT_EQ(two->expires, std::nullopt);
  EXPECT_FALSE(store.subscriptions.find("15", "two", kNow));
}

TEST(Subscriptions, AreChangedAndRemovedInTheirAccount) {
  Store store;
  store.subscriptions.add("14", of_orders("one", "orders"));
  Subscription changed = {"one", "",    "", "MESSAGING_LOST", Channel::kMail, "b", kNow + Millis(9),
                          "500", "<C/>"};
  store.subscriptions.update("15", changed);
  EXPECT_EQ(store.subscriptions.find("14", "one", kNow)->order_type, "orders");
  store.subscriptions.update("14", changed);
  const auto found = store.subscriptions.find("14", "one", kNow);
  EXPECT_EQ(found->order_type, "");
  EXPECT_EQ(found->event_type, "MESSAGING_LOST");
  EXPECT_EQ(found->receiver, "b");
  EXPECT_EQ(found->expires, kNow + Millis(9));
  EXPECT_EQ(found->status, "500");
  EXPECT_EQ(found->document, "<C/>");
  store.subscriptions.remove("15", "one");
  EXPECT_TRUE(store.subscriptions.find("14", "one", kNow));
  store.subscriptions.remove("14", "one");
  EXPECT_FALSE(store.subscriptions.find("14", "one", kNow));
}

TEST(Subscriptions, AreListedByTypeAndOrderOldestFirst) {
  Store store;
  store.subscriptions.add("14", of_orders("b", "orders", "7"));
  store.subscriptions.add("14", of_orders("a", "orders"));
  store.subscriptions.add("14", of_orders("c", "portins", "8"));
  store.subscriptions.add("15", of_orders("d", "orders"));
  EXPECT_EQ(ids(store, {}), (Ids{"b", "a", "c"}));
  EXPECT_EQ(ids(store, {"orders", ""}), (Ids{"b", "a"}));
  EXPECT_EQ(ids(store, {"orders", "7"}), (Ids{"b"}));
  EXPECT_EQ(ids(store, {"", "8"}), (Ids{"c"}));
  EXPECT_EQ(ids(store, {"orders", "8"}), Ids{});
}

TEST(Subscriptions, AreGoneFromTheInstantOfTheirExpiryOn) {
  Store store;
  Subscription subscription = of_orders("one", "orders");
  subscription.expires = kNow;
  store.subscriptions.add("14", subscription);
  const Instant before = kNow - Millis(1);
  EXPECT_EQ(ids(store, {}, before), Ids{"one"});
  EXPECT_EQ(ids(store, {}), Ids{});
  EXPECT_FALSE(store.subscriptions.find("14", "one", kNow));
  const Subscription other = of_orders("two", "orders");
  EXPECT_TRUE(store.subscriptions.has_equal("14", other, before));
  EXPECT_FALSE(store.subscriptions.has_equal("14", other, kNow));
  EXPECT_EQ(store.subscriptions.count_global("14", other, before), 1);
  EXPECT_EQ(store.subscriptions.count_global("14", other, kNow), 0);
  store.subscriptions.remove_expired(before);
  EXPECT_EQ(ids(store, {}, before), Ids{"one"});
  store.subscriptions.remove_expired(kNow);
  EXPECT_EQ(ids(store, {}, before), Ids{});
}

TEST(Subscriptions, AreEqualIfTheyTellTheSameReceiverOfTheSame) {
  Store store;
  store.subscriptions.add("14", of_orders("one", "orders", "7"));
  const auto has_equal = [&](const Subscription& subscription) {
    return store.subscriptions.has_equal("14", subscription, kNow);
  };
  EXPECT_TRUE(has_equal(of_orders("", "orders", "7")));
  EXPECT_FALSE(has_equal(of_orders("one", "orders", "7")));  // itself
  EXPECT_FALSE(has_equal(of_orders("", "orders", "8")));
  EXPECT_FALSE(has_equal(of_orders("", "portins", "7")));
  EXPECT_FALSE(has_equal(of_orders("", "orders")));
  Subscription other = of_orders("", "orders", "7");
  other.receiver = "http://b.com";
  EXPECT_FALSE(has_equal(other));
  EXPECT_FALSE(store.subscriptions.has_equal("15", of_orders("", "orders", "7"), kNow));
}

TEST(Subscriptions, AreGlobalWithoutAnOrder) {
  Store store;
  store.subscriptions.add("14", of_orders("one", "orders"));
  store.subscriptions.add("14", of_orders("two", "orders"));
  store.subscriptions.add("14", of_orders("three", "orders", "7"));
  store.subscriptions.add("14", of_orders("four", "portins"));
  store.subscriptions.add("15", of_orders("five", "orders"));
  EXPECT_EQ(store.subscriptions.count_global("14", of_orders("", "orders"), kNow), 2);
  EXPECT_EQ(store.subscriptions.count_global("14", of_orders("two", "orders"), kNow), 1);
}

}  // namespace
}  // namespace irisim::store
