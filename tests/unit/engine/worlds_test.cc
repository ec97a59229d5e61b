#include "engine/worlds.h"

#include <gtest/gtest.h>

#include "engine/world_path.h"
#include "tests/support/server.h"

namespace irisim::engine {
namespace {

using Names = std::vector<std::string>;

using namespace std::chrono_literals;

struct Fixture {
  explicit Fixture(WorldLimits limits = {}) : worlds(test::default_settings(), limits, ticker) {}

  Ticker ticker;
  Worlds worlds;

  Names names() {
    Names result;
    for (const auto& listed : worlds.list()) result.push_back(listed.world->name());
    return result;
  }
};

TEST(Worlds, HaveADefaultOneWithoutAName) {
  Fixture f;
  EXPECT_EQ(f.names(), Names{""});
  EXPECT_EQ(f.worlds.default_world()->name(), "");
  EXPECT_FALSE(f.worlds.remove(""));
}

TEST(Worlds, AreMadeOnFirstUseAndKept) {
  Fixture f;
  const auto world = f.worlds.get_or_create("test-42");
  EXPECT_EQ(f.worlds.get_or_create("test-42"), world);
  EXPECT_NE(f.worlds.get_or_create("Test-42"), world);
  f.worlds.get_or_create("a");
  EXPECT_EQ(f.names(), (Names{"", "Test-42", "a", "test-42"}));
}

TEST(Worlds, AreCreatedWithSettingsOfTheirOwnOnce) {
  Fixture f;
  WorldSettings settings = f.worlds.settings();
  settings.start = Instant(Millis(5));
  const auto world = f.worlds.create("x", settings);
  ASSERT_TRUE(world.ok());
  EXPECT_EQ((*world)->clock().now, Instant(Millis(5)));
  EXPECT_EQ(f.worlds.create("x", settings).error(), Worlds::Refusal::kNameIsTaken);
  EXPECT_EQ(f.worlds.get_or_create("x"), *world);
  EXPECT_EQ(f.worlds.get_or_create("y")->clock().now, Clock::manual_start());
}

TEST(Worlds, AreRemovedAndLiveOnForWhoUsesThem) {
  Fixture f;
  const auto world = f.worlds.get_or_create("x");
  EXPECT_TRUE(f.worlds.remove("x"));
  EXPECT_FALSE(f.worlds.remove("x"));
  EXPECT_EQ(f.names(), Names{""});
  EXPECT_EQ(world->clock().now, Clock::manual_start());
  EXPECT_NE(f.worlds.get_or_create("x"), world);
}

TEST(Worlds, AreNotMoreThanTheyMayBe) {
  Fixture f({2, std::nullopt});
  f.worlds.get_or_create("a");
  ASSERT_TRUE(f.worlds.create("b", f.worlds.settings()).ok());
  EXPECT_EQ(f.worlds.get_or_create("c"), nullptr);
  EXPECT_EQ(f.worlds.create("c", f.worlds.settings()).error(), Worlds::Refusal::kTooMany);
  EXPECT_EQ(f.worlds.create("b", f.worlds.settings()).error(), Worlds::Refusal::kNameIsTaken);
  EXPECT_NE(f.worlds.get_or_create("a"), nullptr);
  EXPECT_NE(f.worlds.get_or_create(""), nullptr);
  EXPECT_TRUE(f.worlds.remove("a"));
  EXPECT_NE(f.worlds.get_or_create("c"), nullptr);
}

TEST(Worlds, AreRemovedWhenNobodyHasUsedThemForTooLong) {
  Fixture f({100, 1h});
  const auto start = steady_now();
  f.worlds.get_or_create("a");
  f.worlds.remove_idle(start + 59min);
  EXPECT_EQ(f.names(), (Names{"", "a"}));
  f.worlds.remove_idle(start + 61min);
  EXPECT_EQ(f.names(), Names{""}) << "the default one stays";
}

TEST(Worlds, AreNotRemovedWhileSomebodyUsesThem) {
  Fixture f({100, 1h});
  const auto start = steady_now();
  std::shared_ptr<World> used = f.worlds.get_or_create("a");
  f.worlds.remove_idle(start + 2h);
  EXPECT_EQ(f.names(), (Names{"", "a"}));
  used.reset();
  const auto looked_at = f.worlds.list();
  f.worlds.remove_idle(start + 2h + 30min);
  EXPECT_EQ(f.names(), (Names{"", "a"})) << "it was in use until half an hour ago";
  f.worlds.remove_idle(start + 3h + 1min);
  EXPECT_EQ(f.names(), Names{""});
}

TEST(Worlds, StayForEverUnlessTold) {
  Fixture f;
  f.worlds.get_or_create("a");
  f.worlds.remove_idle(steady_now() + 24h * 365);
  EXPECT_EQ(f.names(), (Names{"", "a"}));
}

TEST(Worlds, ShareNoState) {
  Fixture f;
  const auto add = [](Session& session) {
    session.ensure_account("14");
    return 0;
  };
  const auto any = [](Session& session) { return session.store.sites.any("14"); };
  f.worlds.get_or_create("a")->write(add);
  EXPECT_TRUE(f.worlds.get_or_create("a")->read(any));
  EXPECT_FALSE(f.worlds.get_or_create("b")->read(any));
  EXPECT_FALSE(f.worlds.default_world()->read(any));
}

TEST(Worlds, HaveNamesThatCanStandInAPath) {
  for (const char* name : {"a", "test-42", "A.b_c-9", "0"}) {
    EXPECT_TRUE(Worlds::is_valid_name(name)) << name;
  }
  EXPECT_TRUE(Worlds::is_valid_name(std::string(64, 'x')));
  EXPECT_FALSE(Worlds::is_valid_name(std::string(65, 'x')));
  for (const char* name : {"", "a b", "a/b", "a%20", "\u00e9", "a\n", "a:b", ".", ".."}) {
    EXPECT_FALSE(Worlds::is_valid_name(name)) << name;
  }
}

TEST(WorldPath, IsTakenOffTheFront) {
  Names segments = {"Worlds", "test-42", "api", "accounts"};
  const auto name = take_world(segments);
  ASSERT_TRUE(name.ok());
  EXPECT_EQ(*name, "test-42");
  EXPECT_EQ(segments, (Names{"api", "accounts"}));
}

TEST(WorldPath, IsNotNeeded) {
  for (Names segments : {Names{}, Names{"accounts", "worlds", "x"}}) {
    const Names before = segments;
    const auto name = take_world(segments);
    ASSERT_TRUE(name.ok());
    EXPECT_EQ(*name, "");
    EXPECT_EQ(segments, before);
  }
}

TEST(WorldPath, NamesAWorldThatCanBe) {
  for (Names segments : {Names{"worlds"}, Names{"worlds", ""}, Names{"worlds", "a b", "api"}}) {
    EXPECT_FALSE(take_world(segments).ok());
  }
}

}  // namespace
}  // namespace irisim::engine
