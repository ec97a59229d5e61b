// The clock of a world, and how a test moves it.

#include <gtest/gtest.h>

#include "tests/support/errors.h"
#include "tests/support/portins.h"
#include "tests/support/server.h"

namespace irisim::test {
namespace {

constexpr char kClock[] = "/__admin/clock";
constexpr char kAdvance[] = "/__admin/clock/advance";

// "FROM>TO at TIME" for each transition that an advance has told.
std::vector<std::string> fired(const Reply& reply) {
  EXPECT_EQ(reply.status, 200) << reply.body;
  std::vector<std::string> list;
  const json::Value answer = reply.json();
  const json::Value* happenings = answer.find("fired");
  if (happenings == nullptr || happenings->array() == nullptr) return {"no list"};
  for (const json::Value& happening : *happenings->array()) {
    list.push_back(text_of(happening, "from") + ">" + text_of(happening, "to") + " at " +
                   text_of(happening, "at"));
  }
  return list;
}

std::string now(Server& server, const std::string& prefix = "") {
  return text_of(server.get(prefix + kClock).json(), "now");
}

TEST(ControlClock, TellsModeTimeAndSpeed) {
  Server server;
  const Reply reply = server.get(kClock);
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.header("Content-Type"), "application/json");
  EXPECT_EQ(text_of(reply.json(), "mode"), "manual");
  EXPECT_EQ(text_of(reply.json(), "now"), "2025-06-02T09:00:00.000Z");
  ASSERT_NE(reply.json().find("speed"), nullptr);
}

TEST(ControlClock, IsSetInParts) {
  Server server;
  EXPECT_EQ(text_of(server.put(kClock, R"({"now":"2030-02-03T04:05:06+01:00"})").json(), "now"),
            "2030-02-03T03:05:06.000Z");
  const json::Value real = server.put(kClock, R"({"mode":"real","speed":60})").json();
  EXPECT_EQ(text_of(real, "mode"), "real");
  ASSERT_NE(real.find("speed"), nullptr);
  EXPECT_EQ(*real.find("speed")->real(), 60.0);
  EXPECT_TRUE(text_of(real, "now").starts_with("2030-02-03T03:"));
  EXPECT_EQ(text_of(server.put(kClock, R"({"mode":"manual"})").json(), "mode"), "manual");
}

TEST(ControlClock, BadValuesAreRefusedAndChangeNothing) {
  Server server;
  const std::string before = server.get(kClock).body;
  for (const std::string body : {R"({"mode":"fast"})",
                                 R"({"mode":1})",
                                 R"({"mode":null})",
                                 R"({"speed":0})",
                                 R"({"speed":-1})",
                                 R"({"speed":1e7})",
                                 R"({"speed":"2"})",
                                 R"({"speed":true})",
                                 R"({"speed":1e400})",
                                 R"({"now":"tomorrow"})",
                                 R"({"now":"2025-02-30"})",
                                 R"({"now":5})",
                                 R"({"now":"2025-06-02T25:00:00Z"})",
                                 R"({"mode":"real","now":"x"})",
                                 R"({"moed":"real"})",
                                 "[]",
                                 "5",
                                 "{",
                                 "<xml/>",
                                 "\xFF"}) {
    expect_problem(server.put(kClock, body), 400);
  }
  EXPECT_EQ(server.get(kClock).body, before);
}

TEST(ControlClock, AnUnknownKeyIsToldTheNearest) {
  Server server;
  const std::string said = expect_problem(server.put(kClock, R"({"moed":"real"})"), 400);
  EXPECT_NE(said.find("did you mean 'mode'"), std::string::npos) << said;
}

TEST(ControlClock, AManualClockStandsStill) {
  Server server;
  const std::string id = create_portin(server);
  EXPECT_EQ(now(server), "2025-06-02T09:00:00.000Z");
  EXPECT_EQ(status_of(server, id), "PENDING_DOCUMENTS");
}

TEST(ControlClock, AdvancingByADurationFiresWhatIsDueAndTellsIt) {
  Server server;
  create_portin(server);
  EXPECT_EQ(fired(server.post(kAdvance, R"({"by":"999ms"})")), std::vector<std::string>{});
  EXPECT_EQ(fired(server.post(kAdvance, R"({"by":"1ms"})")),
            (std::vector<std::string>{"PENDING_DOCUMENTS>SUBMITTED at 2025-06-02T09:00:01.000Z"}));
  EXPECT_EQ(now(server), "2025-06-02T09:00:01.000Z");
  EXPECT_EQ(fired(server.post(kAdvance, R"({"by":"1h30m"})")),
            (std::vector<std::string>{"SUBMITTED>FOC at 2025-06-02T09:00:03.000Z",
                                      "FOC>COMPLETE at 2025-06-02T09:00:05.000Z"}));
  EXPECT_EQ(now(server), "2025-06-02T10:30:01.000Z");
}

TEST(ControlClock, AdvancingToATimeStopsThere) {
  Server server;
  const std::string id = create_portin(server);
  EXPECT_EQ(fired(server.post(kAdvance, R"({"to":"2025-06-02T09:00:03Z"})")).size(), 2u);
  EXPECT_EQ(status_of(server, id), "FOC");
  EXPECT_EQ(now(server), "2025-06-02T09:00:03.000Z");
  EXPECT_EQ(fired(server.post(kAdvance, R"({"to":"2025-06-02T09:00:03Z"})")).size(), 0u);
}

TEST(ControlClock, AdvancingUntilIdleStopsAtTheLastTransition) {
  Server server;
  create_portin(server);
  create_portin(server, portin_request("9194809872"));
  EXPECT_EQ(fired(server.post(kAdvance, R"({"until":"idle"})")).size(), 6u);
  EXPECT_EQ(now(server), "2025-06-02T09:00:05.000Z");
  EXPECT_EQ(fired(server.post(kAdvance, R"({"until":"idle"})")).size(), 0u);
  EXPECT_EQ(now(server), "2025-06-02T09:00:05.000Z");
}

TEST(ControlClock, AnAdvanceThatMeansNothingIsRefused) {
  Server server;
  for (const std::string body :
       {"", "{}", R"({"by":"1d","to":"2030-01-01"})", R"({"by":"1d","until":"idle"})",
        R"({"by":4})", R"({"by":""})", R"({"by":"4"})", R"({"by":"d"})", R"({"by":"-1d"})",
        R"({"by":"4 days"})", R"({"by":"4D"})", R"({"until":"busy"})", R"({"until":true})",
        R"({"to":"later"})", R"({"to":"2025-06-02T08:59:59Z"})", R"({"bye":"1d"})", "{", "null"}) {
    expect_problem(server.post(kAdvance, body), 400);
  }
  EXPECT_EQ(now(server), "2025-06-02T09:00:00.000Z");
}

TEST(ControlClock, APastTimeIsToldTheClocks) {
  Server server;
  const std::string said = expect_problem(server.post(kAdvance, R"({"to":"2000-01-01"})"), 400);
  EXPECT_NE(said.find("2025-06-02T09:00:00.000Z"), std::string::npos) << said;
}

TEST(ControlClock, AHugeAdvanceIsRefused) {
  Server server;
  std::string sum;
  for (int i = 0; i < 200; ++i) sum += "999999999d";
  for (const std::string& by :
       {std::string("999999999d"), sum, sum + "1d", std::string("99999999999999999999d")}) {
    expect_problem(server.post(kAdvance, R"({"by":")" + by + R"("})"), 400);
  }
  EXPECT_EQ(now(server), "2025-06-02T09:00:00.000Z");
  EXPECT_EQ(fired(server.post(kAdvance, R"({"to":"9999-12-31T00:00:00Z"})")).size(), 0u);
  EXPECT_EQ(now(server), "9999-12-31T00:00:00.000Z");
}

TEST(ControlClock, EachWorldHasItsOwn) {
  Server server;
  EXPECT_EQ(server.post(std::string("/worlds/w") + kAdvance, R"({"by":"1d"})").status, 200);
  EXPECT_EQ(now(server, "/worlds/w"), "2025-06-03T09:00:00.000Z");
  EXPECT_EQ(now(server), "2025-06-02T09:00:00.000Z");
}

// The orders live in real time here; the answer to the advance tells what it did itself, whatever
// the ticker was quicker to do.
TEST(ControlClock, ARealClockCanBeAdvancedToo) {
  Server server;
  const std::string id = create_portin(server);
  EXPECT_EQ(server.put(kClock, R"({"mode":"real","speed":0.001})").status, 200);
  EXPECT_EQ(fired(server.post(kAdvance, R"({"by":"1h"})")).size(), 3u);
  EXPECT_EQ(status_of(server, id), "COMPLETE");
  EXPECT_TRUE(now(server).starts_with("2025-06-02T10:00:0"));
}

}  // namespace
}  // namespace irisim::test
