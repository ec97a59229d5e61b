// Worlds: made, kept apart, reset and removed.

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/errors.h"
#include "tests/support/portins.h"
#include "tests/support/server.h"

namespace irisim::test {
namespace {

constexpr char kWorlds[] = "/__admin/worlds";

std::vector<std::string> names(Server& server) {
  const json::Value answer = server.get(kWorlds).json();
  const json::Value* worlds = answer.find("worlds");
  std::vector<std::string> result;
  if (worlds == nullptr || worlds->array() == nullptr) return {"no list"};
  for (const json::Value& world : *worlds->array()) result.push_back(text_of(world, "name"));
  return result;
}

// The id of a port-in made in a world; the world's path is the prefix.
std::string create_in(Server& server, const std::string& prefix) {
  const Reply reply = server.post(prefix + kPortins, portin_request());
  EXPECT_EQ(reply.status, 201) << reply.body;
  return reply.text("OrderId");
}

std::string count(Server& server, const std::string& prefix) {
  return server.get(prefix + kPortins).text("TotalCount");
}

TEST(ControlWorlds, OneIsMadeOnFirstUse) {
  Server server;
  EXPECT_EQ(names(server), (std::vector<std::string>{""}));
  EXPECT_EQ(server.get("/worlds/new" + kPortins).status, 200);
  EXPECT_EQ(names(server), (std::vector<std::string>{"", "new"}));
}

TEST(ControlWorlds, OneIsMadeWithSeedAndClock) {
  Server server;
  const Reply made =
      server.post(kWorlds, R"({"name":"w","seed":7,"mode":"manual","now":"2030-01-02T03:04:05Z"})");
  ASSERT_EQ(made.status, 201) << made.body;
  EXPECT_EQ(text_of(made.json(), "name"), "w");
  EXPECT_EQ(text_of(made.json(), "now"), "2030-01-02T03:04:05.000Z");
  EXPECT_EQ(text_of(server.get("/worlds/w/__admin/clock").json(), "now"),
            "2030-01-02T03:04:05.000Z");
  const Reply real = server.post(kWorlds, R"({"name":"r","mode":"real","speed":60})");
  EXPECT_EQ(text_of(real.json(), "clock"), "real");
}

TEST(ControlWorlds, ATakenNameIs409AndChangesNothing) {
  Server server;
  ASSERT_EQ(server.post(kWorlds, R"({"name":"w"})").status, 201);
  create_in(server, "/worlds/w");
  const std::string said = expect_problem(server.post(kWorlds, R"({"name":"w","seed":2})"), 409);
  EXPECT_NE(said.find("'w'"), std::string::npos) << said;
  EXPECT_EQ(count(server, "/worlds/w"), "1");
}

TEST(ControlWorlds, BadOnesAreRefused) {
  Server server;
  const std::string long_name(65, 'a');
  for (const std::string& body :
       {std::string(), std::string("{}"), std::string("[]"), std::string("{"),
        std::string(R"({"name":""})"), std::string(R"({"name":5})"),
        std::string(R"({"name":"a b"})"), std::string(R"({"name":"a/b"})"),
        std::string(R"({"name":"."})"), std::string(R"({"name":".."})"),
        std::string(R"({"name":"\u0000"})"), R"({"name":")" + long_name + R"("})",
        std::string(R"({"name":"a","seed":1.5})"), std::string(R"({"name":"a","seed":"1"})"),
        std::string(R"({"name":"a","seed":1e30})"), std::string(R"({"name":"a","mode":"fast"})"),
        std::string(R"({"name":"a","speed":0})"), std::string(R"({"name":"a","now":"x"})"),
        std::string(R"({"name":"a","clock":"manual"})")}) {
    expect_problem(server.post(kWorlds, body), 400);
  }
  EXPECT_EQ(names(server), (std::vector<std::string>{""}));
}

TEST(ControlWorlds, ARemovedOneStartsAgainWhenUsed) {
  Server server;
  const std::string first = create_in(server, "/worlds/w");
  const Reply removed = server.remove("/__admin/worlds/w");
  EXPECT_EQ(removed.status, 204);
  EXPECT_EQ(removed.body, "");
  EXPECT_EQ(names(server), (std::vector<std::string>{""}));
  expect_problem(server.remove("/__admin/worlds/w"), 404);
  EXPECT_EQ(count(server, "/worlds/w"), "0");
  EXPECT_EQ(create_in(server, "/worlds/w"), first);
}

TEST(ControlWorlds, AWorldCanBeRemovedFromInsideIt) {
  Server server;
  create_in(server, "/worlds/w");
  EXPECT_EQ(server.remove("/worlds/w/__admin/worlds/w").status, 204);
  EXPECT_EQ(names(server), (std::vector<std::string>{""}));
}

TEST(ControlWorlds, TheDefaultOneCannotBeRemoved) {
  Server server;
  EXPECT_GE(server.remove("/__admin/worlds/").status, 400);
  EXPECT_EQ(names(server), (std::vector<std::string>{""}));
}

TEST(ControlWorlds, NothingThatHappensInOneIsSeenInAnother) {
  Server server;
  const std::string id = create_in(server, "/worlds/a");
  // The same number is free in the other world, and its clock stands.
  create_in(server, "/worlds/b");
  EXPECT_EQ(server.post("/worlds/a/__admin/clock/advance", R"({"by":"5d"})").status, 200);
  EXPECT_EQ(server.get("/worlds/a" + kPortins + "/" + id).text("ProcessingStatus"), "COMPLETE");
  EXPECT_EQ(server.get("/worlds/b" + kPortins + "/" + id).status, 404);
  EXPECT_EQ(server.get("/worlds/b" + kPortins + "?status=pending_documents").text("TotalCount"),
            "1");
  EXPECT_EQ(count(server, ""), "0");

  EXPECT_EQ(server.post("/worlds/a/__admin/reset", "").status, 200);
  EXPECT_EQ(count(server, "/worlds/a"), "0");
  EXPECT_EQ(count(server, "/worlds/b"), "1");
}

TEST(ControlWorlds, TheSameSeedAndNameGiveTheSameIdsInTwoServers) {
  Server one;
  Server two;
  EXPECT_EQ(create_in(one, ""), create_in(two, ""));
  EXPECT_EQ(create_in(one, "/worlds/w"), create_in(two, "/worlds/w"));
}

TEST(ControlWorlds, AnotherNameOrSeedGivesOtherIds) {
  Server server;
  Server other([](app::ServerOptions& options) { options.world.seed = 2; });
  std::vector<std::string> made = {create_in(server, ""), create_in(server, "/worlds/a"),
                                   create_in(server, "/worlds/b"), create_in(other, ""),
                                   create_in(other, "/worlds/a")};
  ASSERT_EQ(server.post(kWorlds, R"({"name":"c","seed":9})").status, 201);
  ASSERT_EQ(other.post(kWorlds, R"({"name":"c"})").status, 201);
  made.push_back(create_in(server, "/worlds/c"));
  made.push_back(create_in(other, "/worlds/c"));
  std::ranges::sort(made);
  EXPECT_EQ(std::ranges::adjacent_find(made), made.end());
}

TEST(ControlReset, BringsOrdersAndClockBackToTheStart) {
  Server server;
  const std::string first = create_portin(server);
  server.advance("5d");
  const Reply reset = server.post("/__admin/reset", "");
  EXPECT_EQ(reset.status, 200);
  EXPECT_EQ(text_of(reset.json(), "now"), "2025-06-02T09:00:00.000Z");
  EXPECT_EQ(server.get(kPortins + "/" + first).status, 404);
  EXPECT_EQ(server.advance("5d"), 0u) << "a timer of an order that is gone has fired";
  ASSERT_EQ(server.post("/__admin/reset", "").status, 200);
  EXPECT_EQ(create_portin(server), first) << "ids start again as well";
}

TEST(ControlReset, UndoesAClockThatWasSet) {
  Server server;
  ASSERT_EQ(server.put("/__admin/clock", R"({"mode":"real","now":"2040-01-01"})").status, 200);
  ASSERT_EQ(server.post("/__admin/reset", "").status, 200);
  const json::Value clock = server.get("/__admin/clock").json();
  EXPECT_EQ(text_of(clock, "mode"), "manual");
  EXPECT_EQ(text_of(clock, "now"), "2025-06-02T09:00:00.000Z");
}

}  // namespace
}  // namespace irisim::test
