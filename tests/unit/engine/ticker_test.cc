#include "engine/ticker.h"

#include <future>

#include <gtest/gtest.h>

#include "engine/worlds.h"
#include "tests/support/server.h"

namespace irisim::engine {
namespace {

using namespace std::chrono_literals;

const std::string kAccount = "14";

constexpr auto kPatience = 30s;  // only a test that fails waits so long

WorldSettings fast() {
  WorldSettings settings = test::default_settings();
  settings.clock_mode = Clock::Mode::kReal;
  settings.speed = 1e6;
  return settings;
}

void create_order(World& world) {
  world.write([](Session& session) {
    store::Order order;
    order.type = "portins";
    order.account = kAccount;
    order.document = "<LnpOrder/>";
    begin_life(session, order, {}, "create");
    return 0;
  });
}

bool is_idle(World& world) {
  return world.read([](Session& session) { return !session.store.timers.next(); });
}

std::string status(World& world) {
  return world.read([](Session& session) { return session.store.orders.find(1)->status; });
}

// Waits for the orders of the world to come to their end by themselves.
bool becomes_idle(World& world) {
  const auto deadline = steady_now() + kPatience;
  while (!is_idle(world)) {
    if (steady_now() > deadline) return false;
    std::this_thread::yield();
  }
  return true;
}

TEST(Ticker, MakesOrdersMoveByThemselves) {
  Ticker ticker;
  Worlds worlds(fast(), {}, ticker);
  ticker.start();
  create_order(*worlds.default_world());
  create_order(*worlds.get_or_create("other"));
  EXPECT_TRUE(becomes_idle(*worlds.default_world()));
  EXPECT_TRUE(becomes_idle(*worlds.get_or_create("other")));
  EXPECT_EQ(status(*worlds.default_world()), "COMPLETE");
  EXPECT_EQ(status(*worlds.get_or_create("other")), "COMPLETE");
  ticker.stop();
}

TEST(Ticker, FiresWhatWasDueBeforeItStarted) {
  Ticker ticker;
  Worlds worlds(fast(), {}, ticker);
  create_order(*worlds.default_world());
  EXPECT_EQ(status(*worlds.default_world()), "PENDING_DOCUMENTS");
  ticker.start();
  EXPECT_TRUE(becomes_idle(*worlds.default_world()));
  ticker.stop();
}

TEST(Ticker, StopsWhileTimersWait) {
  WorldSettings slow = fast();
  slow.speed = 1;
  Ticker ticker;
  Worlds worlds(slow, {}, ticker);
  ticker.start();
  create_order(*worlds.default_world());
  auto stopped = std::async(std::launch::async, [&] { ticker.stop(); });
  EXPECT_EQ(stopped.wait_for(kPatience), std::future_status::ready);
}

TEST(Ticker, StopsMoreThanOnceAndWithoutAStart) {
  Ticker never_started;
  never_started.stop();
  Ticker ticker;
  ticker.start();
  ticker.stop();
  ticker.stop();
}

TEST(Ticker, DoesItsChoreAgainAndAgainWithoutAnyWorld) {
  Ticker ticker;
  std::promise<void> third;
  int times = 0;
  ticker.set_chore(1ms, [&] {
    if (++times == 3) third.set_value();
  });
  ticker.start();
  EXPECT_EQ(third.get_future().wait_for(kPatience), std::future_status::ready);
  ticker.stop();
}

// As after a tick or a request during which the world was removed. What is due first ticks first.
TEST(Ticker, NeitherTicksNorKeepsAWorldThatIsRetired) {
  Ticker ticker;
  Worlds worlds(fast(), {}, ticker);
  std::shared_ptr<World> removed = worlds.get_or_create("x");
  create_order(*removed);
  EXPECT_TRUE(worlds.remove("x"));
  create_order(*removed);
  ticker.wake(removed, Millis(0));
  create_order(*worlds.default_world());
  ticker.start();
  EXPECT_TRUE(becomes_idle(*worlds.default_world()));
  ticker.stop();
  EXPECT_EQ(status(*removed), "PENDING_DOCUMENTS");
  const std::weak_ptr<World> watched = removed;
  removed.reset();
  EXPECT_TRUE(watched.expired());
}

TEST(Ticker, LetsGoOfAWorldThatItForgets) {
  WorldSettings slow = fast();
  slow.speed = 1e-6;
  Ticker ticker;
  Worlds worlds(slow, {}, ticker);
  ticker.start();
  std::weak_ptr<World> removed = worlds.get_or_create("x");
  create_order(*worlds.get_or_create("x"));
  EXPECT_FALSE(removed.expired());
  EXPECT_TRUE(worlds.remove("x"));
  EXPECT_TRUE(removed.expired());
  ticker.stop();
}

}  // namespace
}  // namespace irisim::engine
