#include "engine/webhook_fault.h"

#include <algorithm>
#include <tuple>

#include <gtest/gtest.h>

#include "engine/notify.h"
#include "engine/world.h"
#include "scenario/loader.h"
#include "tests/support/server.h"

namespace irisim::engine {
namespace {

using namespace std::chrono_literals;

using Texts = std::vector<std::string>;

const std::string kAccount = "14";

WorldSettings settings_with(const std::string& faults) {
  WorldSettings settings = test::default_settings();
  const auto rules = scenario::load("version: 1\nfaults:\n" + faults, "test.yaml");
  EXPECT_TRUE(rules.ok()) << yaml::describe(rules.error().front());
  settings.rules =
      std::make_shared<const scenario::Rules>(scenario::lay_over(*rules, *settings.rules));
  return settings;
}

// A world that delivers nothing, with a subscriber to port-ins and one to an event.
struct Fixture {
  explicit Fixture(const std::string& faults)
      : world("test", settings_with(faults), [](Millis) {}) {
    world.write([](Session& session) {
      for (const auto& [id, order_type, event] :
           {std::tuple{"1", "portins", ""}, {"2", "", "MESSAGING_LOST"}}) {
        store::Subscription subscription;
        subscription.id = id;
        subscription.order_type = order_type;
        subscription.event_type = event;
        subscription.receiver = "http://localhost/";
        subscription.document = "<Subscription/>";
        session.store.subscriptions.add(kAccount, subscription);
      }
      return true;
    });
  }

  void create(const std::string& number, const std::string& customer_order_id = "") {
    world.write([&](Session& session) {
      store::Order order;
      order.type = "portins";
      order.account = kAccount;
      order.customer_order_id = customer_order_id;
      order.document = "<LnpOrder/>";
      order.created = order.modified = session.now;
      begin_life(session, order, std::vector{number}, "create");
      return true;
    });
  }
  void lose(const std::string& number) {
    world.write([&](Session& session) {
      notify_event(session, kAccount, "MESSAGING_LOST", std::vector{number});
      return true;
    });
  }

  std::vector<store::Delivery> deliveries() {
    return world.read([](Session& session) { return session.store.outbox.list({}); });
  }
  // The rules that hit them; "-" for those that none has hit.
  Texts faults() {
    Texts faults;
    for (const store::Delivery& delivery : deliveries())
      faults.push_back(delivery.fault.empty() ? "-" : delivery.fault);
    return faults;
  }

  World world;
};

TEST(WebhookFault, MatchesByTheOrder) {
  Fixture f(
      "  - { name: a, match: { order: portins, telephoneNumber: 9195551111 }, fault: WEBHOOK_DROP "
      "}\n"
      "  - { name: b, match: { customerOrderId: X*, account: \"14\" }, fault: WEBHOOK_DROP }\n"
      "  - { name: c, match: { order: orders }, fault: WEBHOOK_DROP }\n");
  f.create("9195551111", "X1");
  f.create("9195551112", "X1");
  f.create("9195551112", "Y1");
  EXPECT_EQ(f.faults(), (Texts{"a", "b", "-"}));
  EXPECT_EQ(f.deliveries()[0].state, store::Delivery::State::kDropped);
  EXPECT_EQ(f.deliveries()[0].due, std::nullopt);
}

TEST(WebhookFault, MatchesAnEventByItsAccountAndNumbers) {
  Fixture f(
      "  - { name: a, match: { order: portins }, fault: WEBHOOK_DROP }\n"
      "  - { name: b, match: { account: \"14\", telephoneNumber: 919555* }, fault: WEBHOOK_DROP "
      "}\n");
  f.lose("9195551111");
  f.lose("2125551111");
  EXPECT_EQ(f.faults(), (Texts{"b", "-"}));
}

TEST(WebhookFault, DelaysByTheWorldsClock) {
  Fixture f("  - { name: a, fault: { webhook-delay: 2h } }\n");
  f.create("9195551111");
  EXPECT_EQ(f.deliveries()[0].due, Clock::manual_start() + 2h);
}

TEST(WebhookFault, DecidesOnceForBothOfADuplicate) {
  Fixture f("  - { name: a, times: 1, fault: WEBHOOK_DUPLICATE }\n");
  f.create("9195551111");
  EXPECT_EQ(f.faults(), (Texts{"a", "a"}));
  EXPECT_EQ(f.deliveries()[0].body, f.deliveries()[1].body);
  EXPECT_EQ(f.world.faults().front().count.matched, 1u);
}

TEST(WebhookFault, HitsThoseThatTheSeedDecides) {
  const std::string some = "  - { name: a, probability: 0.5, fault: WEBHOOK_DROP }\n";
  Fixture f(some), again(some);
  for (int i = 0; i < 40; ++i) {
    f.create(std::to_string(9195551000 + i));
    again.create(std::to_string(9195551000 + i));
  }
  EXPECT_EQ(f.faults(), again.faults());
  EXPECT_NEAR(static_cast<double>(std::ranges::count(f.faults(), "a")), 20, 10);
}

TEST(WebhookFault, CountsNothingOfWhatIsRolledBack) {
  Fixture f("  - { name: a, times: 1, fault: WEBHOOK_DROP }\n");
  const Result<bool> failed = f.world.write([&](Session& session) -> Result<bool> {
    notify_event(session, kAccount, "MESSAGING_LOST", std::vector<std::string>{"9195551111"});
    return Error{"refused"};
  });
  EXPECT_FALSE(failed);
  EXPECT_EQ(f.world.faults().front().count.matched, 0u);
  f.lose("9195551111");
  EXPECT_EQ(f.faults(), Texts{"a"});
}

}  // namespace
}  // namespace irisim::engine
