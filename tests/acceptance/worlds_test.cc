// Many worlds: what the list tells of each, how many there may be, and for how long.

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/errors.h"
#include "tests/support/numbers.h"
#include "tests/support/orders.h"
#include "tests/support/portins.h"
#include "tests/support/server.h"

namespace irisim::test {
namespace {

using namespace std::chrono_literals;

constexpr char kWorlds[] = "/__admin/worlds";

// What the list says of a world; null when it is not there.
json::Value listed(Server& server, const std::string& name) {
  for (const json::Value& world : list_of(server.get(kWorlds).json(), "worlds")) {
    if (text_of(world, "name") == name) return world;
  }
  return {};
}

int64_t number_of(const json::Value& value, const std::string& key) {
  const json::Value* member = value.find(key);
  return member != nullptr && member->integer() != nullptr ? *member->integer() : -1;
}

void limit(app::ServerOptions& options) {
  options.worlds.most = 1;
}

TEST(Worlds, AreListedWithWhatIsInThem) {
  Server server;
  ASSERT_EQ(server.post("/worlds/w" + kPortins, portin_request()).status, 201);
  order_numbers(server, {available_number()});
  const json::Value w = listed(server, "w");
  EXPECT_EQ(number_of(w, "orders"), 1);
  EXPECT_EQ(number_of(w, "numbers"), 0);
  EXPECT_EQ(number_of(w, "timers"), 1);
  EXPECT_EQ(text_of(w, "clock"), "manual");
  EXPECT_EQ(number_of(listed(server, ""), "numbers"), 1);
}

TEST(Worlds, AreListedWithTheTimeOfTheirLastUse) {
  Server server;
  const Instant before = wall_now();
  ASSERT_EQ(server.get("/worlds/w" + kPortins).status, 200);
  const json::Value w = listed(server, "w");
  const auto used = parse_timestamp(text_of(w, "lastUsed"));
  ASSERT_TRUE(used);
  EXPECT_GE(used->instant, before - 2ms);
  EXPECT_LE(used->instant, wall_now());
  ASSERT_NE(w.find("idleSeconds"), nullptr);
  ASSERT_NE(w.find("idleSeconds")->real(), nullptr);
  EXPECT_GE(*w.find("idleSeconds")->real(), 0);
}

TEST(Worlds, AreNotMoreThanTheyMayBe) {
  Server server(limit);
  ASSERT_EQ(server.get("/worlds/a" + kPortins).status, 200);
  const Reply api = server.get("/worlds/b" + kPortins);
  EXPECT_NE(expect_xml_error(api, 503).find("--max-worlds"), std::string::npos) << api.body;
  EXPECT_NE(expect_problem(server.get("/worlds/b/__admin/clock"), 503).find("There are 1 worlds"),
            std::string::npos);
  expect_problem(server.post(kWorlds, R"({"name":"b"})"), 503);
  expect_problem(server.post(kWorlds, R"({"name":"a"})"), 409);
  EXPECT_EQ(server.get("/worlds/a" + kPortins).status, 200);
  EXPECT_EQ(server.get(kPortins).status, 200);
  ASSERT_EQ(server.remove("/__admin/worlds/a").status, 204);
  EXPECT_EQ(server.get("/worlds/b" + kPortins).status, 200);
}

TEST(Worlds, AreRemovedWhenTheyAreIdle) {
  Server server([](app::ServerOptions& options) { options.worlds.idle = 1ms; });
  ASSERT_EQ(server.post("/worlds/w" + kPortins, portin_request()).status, 201);
  const std::string id = create_portin(server);
  const auto deadline = steady_now() + 30s;
  while (!listed(server, "w").is_null()) ASSERT_LT(steady_now(), deadline);
  EXPECT_EQ(status_of(server, id), "PENDING_DOCUMENTS") << "the default one stays";
}

TEST(Worlds, RefuseASeedThatIsNone) {
  Server server;
  for (const char* seed : {"-1", "1.5", "\"x\"", "null"}) {
    expect_problem(server.post(kWorlds, R"({"name":"w","seed":)" + std::string(seed) + "}"), 400);
  }
  EXPECT_TRUE(listed(server, "w").is_null());
}

}  // namespace
}  // namespace irisim::test
