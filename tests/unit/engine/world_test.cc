#include "engine/world.h"

#include <thread>

#include <gtest/gtest.h>

#include "scenario/loader.h"
#include "tests/support/program.h"
#include "tests/support/server.h"

namespace irisim::engine {
namespace {

using namespace std::chrono_literals;

const std::string kAccount = "14";
using Lines = std::vector<std::string>;

WorldSettings settings_with(const std::string& lifecycle) {
  WorldSettings settings = test::default_settings();
  const auto rules = scenario::load(
      "version: 1\nlifecycles:\n  portins:\n    - { to: DRAFT, on: draft }\n" + lifecycle,
      "test.yaml");
  EXPECT_TRUE(rules.ok()) << yaml::describe(rules.error().front());
  settings.rules = std::make_shared<const scenario::Rules>(*rules);
  return settings;
}

// A world and what its alarm was told.
struct Fixture {
  explicit Fixture(WorldSettings settings = test::default_settings())
      : world("test", std::move(settings), [this](Millis wait) { alarms.push_back(wait); }) {}

  std::string create(const std::string& number = "") {
    return world.write([&](Session& session) {
      store::Order order;
      order.type = "portins";
      order.account = kAccount;
      order.document = "<LnpOrder/>";
      order.created = order.modified = session.now;
      begin_life(session, order, {}, "create");
      if (!number.empty()) session.store.orders.set_numbers(order.row, std::vector{number});
      return order.id;
    });
  }
  std::string status(const std::string& id) {
    return world.read([&](Session& session) {
      const auto order = session.store.orders.find(id);
      return order ? order->status : "none";
    });
  }

  std::vector<Millis> alarms;
  World world;
};

// What happens until the target, or until nothing more does; for a world that delivers nothing.
Result<std::vector<Happening>> move_on(World& in, std::optional<Instant> target = {}) {
  Advance advance;
  advance.target = target;
  EXPECT_EQ(in.go_on(advance), Progress::kOver);
  if (advance.error) return *advance.error;
  return advance.happened;
}

// "+2000ms FROM TO", for each.
Lines lines(const std::vector<Happening>& happenings) {
  Lines result;
  for (const Happening& h : happenings) {
    result.push_back("+" + std::to_string((h.at - Clock::manual_start()).count()) + "ms " + h.from +
                     " " + h.to);
  }
  return result;
}

TEST(World, StopsAtEachTimerOnTheWayThoseMadeMeanwhileIncluded) {
  Fixture f;
  const std::string id = f.create();
  const auto happened = move_on(f.world, Clock::manual_start() + 96h);
  ASSERT_TRUE(happened.ok());
  EXPECT_EQ(lines(*happened), (Lines{"+1000ms PENDING_DOCUMENTS SUBMITTED", "+3000ms SUBMITTED FOC",
                                     "+5000ms FOC COMPLETE"}));
  EXPECT_EQ(happened->front().order, id);
  EXPECT_EQ(happened->front().type, "portins");
  EXPECT_EQ(f.world.clock().now, Clock::manual_start() + 96h);
}

TEST(World, FiresWhatIsDueAtTheVeryTimeAndNothingLater) {
  Fixture f;
  const std::string id = f.create();
  EXPECT_TRUE(move_on(f.world, Clock::manual_start() + 999ms)->empty());
  EXPECT_EQ(move_on(f.world, Clock::manual_start() + 1000ms)->size(), 1u);
  EXPECT_EQ(f.status(id), "SUBMITTED");
}

TEST(World, FiresInTheOrderOfDueTimeThenOfSequence) {
  Fixture f;
  const std::string first = f.create();
  const std::string second = f.create();
  const auto happened = move_on(f.world);
  ASSERT_TRUE(happened.ok());
  Lines orders;
  for (const Happening& happening : *happened) orders.push_back(happening.order);
  EXPECT_EQ(orders, (Lines{first, second, first, second, first, second}));
}

TEST(World, StandsWhereTheLastTimerFiredWhenIdle) {
  Fixture f;
  f.create();
  EXPECT_EQ(move_on(f.world)->size(), 3u);
  EXPECT_EQ(f.world.clock().now, Clock::manual_start() + 5s);
  EXPECT_TRUE(move_on(f.world)->empty());
  EXPECT_EQ(f.world.clock().now, Clock::manual_start() + 5s);
}

TEST(World, GivesEachTransitionItsOwnTime) {
  Fixture f;
  const std::string id = f.create();
  ASSERT_TRUE(move_on(f.world).ok());
  f.world.read([&](Session& session) {
    const auto order = session.store.orders.find(id);
    EXPECT_EQ(order->modified, Clock::manual_start() + 5s);
    EXPECT_EQ(order->modified_by, kSystem);
    EXPECT_FALSE(order->holds_numbers);
    std::vector<Instant> times;
    for (const auto& entry : session.store.history.list(order->row)) times.push_back(entry.at);
    EXPECT_EQ(times,
              (std::vector<Instant>{Clock::manual_start(), Clock::manual_start() + 1s,
                                    Clock::manual_start() + 3s, Clock::manual_start() + 5s}));
    EXPECT_FALSE(session.store.timers.next());
    return 0;
  });
}

TEST(World, GivesUpOnALifecycleThatGoesRoundForEver) {
  WorldSettings settings =
      settings_with("    - { to: FOC, on: create }\n    - { from: FOC, to: FOC, after: 1ms }\n");
  settings.most_firings = 100;
  Fixture f(settings);
  f.create();
  const auto first = move_on(f.world);
  ASSERT_FALSE(first.ok());
  EXPECT_EQ(first.error().message,
            "more than 100 timers fired; the clock stands at 2025-06-02T09:00:00.100Z");
  const auto second = move_on(f.world, Clock::manual_start() + 1s);
  ASSERT_FALSE(second.ok());
  EXPECT_EQ(second.error().message,
            "more than 100 timers fired; the clock stands at 2025-06-02T09:00:00.200Z");
}

TEST(World, SetsItsAlarmAlsoWhenItGivesUp) {
  WorldSettings settings =
      settings_with("    - { to: FOC, on: create }\n    - { from: FOC, to: FOC, after: 1h }\n");
  settings.clock_mode = Clock::Mode::kReal;
  settings.most_firings = 100;
  Fixture f(settings);
  f.create();
  f.alarms.clear();
  ASSERT_FALSE(move_on(f.world).ok());
  ASSERT_EQ(f.alarms.size(), 1u);
  EXPECT_LE(f.alarms[0], 1h);
  EXPECT_GT(f.alarms[0], 0h);
}

TEST(World, LeavesNothingBehindOfAWriteThatFails) {
  Fixture f;
  std::string id;
  const Result<int> result = f.world.write([&](Session& session) -> Result<int> {
    session.ensure_account("14");
    store::Order order;
    order.type = "portins";
    order.account = kAccount;
    order.document = "<LnpOrder/>";
    begin_life(session, order, {}, "create");
    session.store.orders.set_numbers(order.row, std::vector<std::string>{"9195550001"});
    session.store.notes.add(order.row, {0, "u", "text", session.now});
    id = order.id;
    return Error{"no"};
  });
  EXPECT_FALSE(result.ok());
  EXPECT_EQ(f.status(id), "none");
  f.world.read([&](Session& session) {
    EXPECT_FALSE(session.store.sites.any("14"));
    EXPECT_FALSE(session.store.timers.next());
    EXPECT_FALSE(session.store.orders.is_held("9195550001", "portins", 0));
    EXPECT_TRUE(session.store.notes.list(1).empty());
    EXPECT_TRUE(session.store.history.list(1).empty());
    return 0;
  });
  EXPECT_EQ(f.create(), id);  // not even a number of a counter is used up
}

TEST(World, ReturnsToItsBeginning) {
  Fixture f;
  const std::string id = f.create("9195550001");
  f.world.set_clock({Clock::Mode::kManual, Clock::manual_start() + 96h, 1});
  f.world.reset();
  EXPECT_EQ(f.status(id), "none");
  EXPECT_EQ(f.world.clock().now, Clock::manual_start());
  EXPECT_TRUE(move_on(f.world)->empty());
  EXPECT_EQ(f.create("9195550001"), id);  // and everything repeats
}

TEST(World, GivesOtherIdsThanAWorldOfAnotherNameOrSeed) {
  WorldSettings seeded = test::default_settings();
  seeded.seed = 2;
  Fixture one, same, other_seed(seeded);
  const std::string id = one.create();
  EXPECT_EQ(same.create(), id);
  EXPECT_NE(other_seed.create(), id);
}

TEST(World, GoesOnFromItsSnapshotAsItWouldHave) {
  Fixture f;
  const std::string first = f.create();
  ASSERT_TRUE(move_on(f.world, Clock::manual_start() + 2s).ok());
  const std::string snapshot = f.world.snapshot();
  const std::string second = f.create();
  const auto happened = move_on(f.world);

  // Whatever the other world's name, seed and clock are.
  WorldSettings settings = test::default_settings();
  settings.seed = 99;
  settings.start = Instant(1h);
  World other("other", settings, [](Millis) {});
  ASSERT_FALSE(other.restore(snapshot));
  EXPECT_EQ(other.clock().now, Clock::manual_start() + 2s);
  EXPECT_EQ(other.census().count_orders(), 1);
  EXPECT_EQ(other.census().timers, 1);
  const std::string again = other.write([](Session& session) {
    store::Order order;
    order.type = "portins";
    order.account = kAccount;
    order.document = "<LnpOrder/>";
    begin_life(session, order, {}, "create");
    return order.id;
  });
  EXPECT_EQ(again, second);
  EXPECT_NE(again, first);
  EXPECT_EQ(lines(*move_on(other)), lines(*happened));
  other.reset();
  EXPECT_EQ(other.clock().now, Instant(1h)) << "a reset is back to its own beginning";
  EXPECT_EQ(other.census().count_orders(), 0);
}

TEST(World, IsAsItWasWhenASnapshotIsRefused) {
  Fixture f;
  const std::string id = f.create();
  std::string snapshot = f.world.snapshot();
  snapshot.resize(snapshot.size() - 1);
  const auto unfit = f.world.restore(snapshot);
  ASSERT_TRUE(unfit);
  EXPECT_EQ(unfit->kind, store::Unfit::Kind::kDamaged);
  EXPECT_EQ(f.status(id), "PENDING_DOCUMENTS");
  EXPECT_EQ(move_on(f.world)->size(), 3u);
}

TEST(World, TellsItsAlarmOfTimersThatASnapshotBrings) {
  WorldSettings settings = test::default_settings();
  settings.clock_mode = Clock::Mode::kReal;
  Fixture f(settings);
  f.create();
  const std::string snapshot = f.world.snapshot();
  f.world.reset();
  f.alarms.clear();
  ASSERT_FALSE(f.world.restore(snapshot));
  ASSERT_EQ(f.alarms.size(), 1u);
  EXPECT_GT(f.alarms[0], 0ms);
  EXPECT_LE(f.alarms[0], 1s) << "its clock goes on from where it was saved";
}

// Worlds one after the other on the same file.
struct Kept {
  std::unique_ptr<World> open(WorldSettings settings) {
    auto store = open_data(folder.file("world.db"), settings);
    EXPECT_TRUE(store.ok()) << store.error().message;
    return std::make_unique<World>(
        "", settings, [](Millis) {}, std::move(*store), nullptr);
  }
  test::Folder folder;
};

TEST(World, StandsInItsFileWhereItStood) {
  Kept kept;
  WorldSettings settings = test::default_settings();
  kept.open(settings)->set_clock({Clock::Mode::kManual, Instant(77h), 1});
  settings.seed = 2;
  auto world = kept.open(settings);
  EXPECT_EQ(world->clock().now, Instant(77h));
  ASSERT_TRUE(move_on(*world, Instant(78h)).ok());
  world.reset();
  world = kept.open(settings);
  EXPECT_EQ(world->clock().now, Instant(78h));
  world->reset();
  world.reset();
  EXPECT_EQ(kept.open(settings)->clock().now, Clock::manual_start());
}

TEST(World, GoesOnInItsFileAtTheWallTime) {
  Kept kept;
  WorldSettings settings = test::default_settings();
  settings.clock_mode = Clock::Mode::kReal;
  const Instant before = wall_now();
  kept.open(settings).reset();
  const Instant now = kept.open(settings)->clock().now;
  EXPECT_GE(now, before);
  EXPECT_LE(now, wall_now());

  // A day ahead of it, then so much later.
  kept.open(settings)->set_clock({Clock::Mode::kReal, wall_now() + 24h, 1});
  const Instant ahead = kept.open(settings)->clock().now;
  EXPECT_GE(ahead, before + 24h);
  EXPECT_LE(ahead, wall_now() + 24h);
}

TEST(World, StartsItsClockWhereItIsTold) {
  WorldSettings settings = test::default_settings();
  settings.start = Instant(1h);
  Fixture f(settings);
  EXPECT_EQ(f.world.clock().now, Instant(1h));
  f.world.reset();
  EXPECT_EQ(f.world.clock().now, Instant(1h));
}

TEST(World, HasNoAlarmOnAManualClock) {
  Fixture f;
  f.create();
  EXPECT_TRUE(f.alarms.empty());
  f.world.tick();
  EXPECT_TRUE(f.alarms.empty());
}

TEST(World, TellsItsAlarmOfTheNextTimerInWallTime) {
  WorldSettings settings = settings_with(
      "    - { to: SUBMITTED, on: create }\n    - { from: SUBMITTED, to: FOC, after: 2h }\n");
  settings.clock_mode = Clock::Mode::kReal;
  settings.speed = 2;
  Fixture f(settings);
  const std::string id = f.create();
  ASSERT_EQ(f.alarms.size(), 1u);
  EXPECT_LE(f.alarms[0], 1h);
  EXPECT_GT(f.alarms[0], 59min);
  f.world.tick();  // early: does no harm
  ASSERT_EQ(f.alarms.size(), 2u);
  EXPECT_GT(f.alarms[1], 59min);
  EXPECT_EQ(f.status(id), "SUBMITTED");
  f.world.set_clock({Clock::Mode::kReal, f.world.clock().now + 3h, 1});
  f.world.tick();
  EXPECT_EQ(f.status(id), "FOC");
}

// What the scrape of the metrics rests on: an advance may hold a world for long.
TEST(World, IsCountedAsItWasLastSeenWhileItIsBusy) {
  Fixture f;
  EXPECT_TRUE(f.world.census().orders.empty());
  f.create();
  ASSERT_EQ(f.world.census().orders.size(), 1u);
  f.create();
  Census meanwhile;
  f.world.read([&](Session&) {
    std::thread([&] { meanwhile = f.world.census(); }).join();
    return true;
  });
  ASSERT_EQ(meanwhile.orders.size(), 1u);
  EXPECT_EQ(meanwhile.orders.front().type, "portins");
  EXPECT_EQ(meanwhile.orders.front().status, "PENDING_DOCUMENTS");
  EXPECT_EQ(meanwhile.orders.front().orders, 1);
  EXPECT_EQ(meanwhile.timers, 1);
  EXPECT_EQ(f.world.census().orders.front().orders, 2);
  EXPECT_EQ(f.world.census().timers, 2);
}

}  // namespace
}  // namespace irisim::engine
