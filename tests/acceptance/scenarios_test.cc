// Scenarios that a tester puts into a world: what they match, what they change, and that orders in
// flight survive their coming and going.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/orders.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

using Lines = std::vector<std::string>;

const std::string kSet = "/__admin/scenarios/test";

// A file with one scenario for port-ins that never leave SUBMITTED, under these further conditions.
std::string held_when(const std::string& conditions) {
  return "version: 1\nscenarios:\n  - name: held\n    match: { order: portins" +
         (conditions.empty() ? "" : ", " + conditions) +
         " }\n    transitions:\n      - { from: SUBMITTED, to: FOC, after: never }\n";
}

std::string with_transitions(const std::string& lines) {
  return "version: 1\nscenarios:\n  - name: changed\n    match: { order: portins }\n"
         "    transitions:\n" +
         lines;
}

void put(Server& server, const std::string& text, const std::string& set = kSet) {
  const Reply reply = server.put(set, text);
  EXPECT_TRUE(reply.status == 200 || reply.status == 201) << reply.body;
}

// Whether a port-in stops for ever under the scenario.
bool is_held(Server& server, const std::string& request, const Headers& headers = {}) {
  const Reply made = server.post(kPortins, request, headers);
  EXPECT_EQ(made.status, 201) << made.body;
  server.advance("1h");
  return status_of(server, made.text("OrderId")) == "SUBMITTED";
}

TEST(Scenarios, MatchByEachOfTheirConditions) {
  struct Case {
    std::string condition;
    std::string match, other;  // requests
  };
  const std::string one = portin_request("9194809871"), another = portin_request("9194809872");
  const auto with_id = [&](const std::string& id) { return with(one, "CustomerOrderId", id); };
  const Case kCases[] = {
      {"telephoneNumber: 9194809871", one, another},
      {"telephoneNumber: '919*1'", one, another},
      {"telephoneNumber: ['9194809871', '9194809873']", one, another},
      {"account: 9999999", one, ""},
      {"account: 9999998", "", one},
      {"site: 743", one, ""},
      {"site: '8*'", "", one},
      {"customerOrderId: 'SLOW-?'", with_id("SLOW-1"), with_id("SLOW-11")},
      {"pon: 'PON*'", one, ""},
      {"operation: 'POST /accounts/{accountId}/portins'", one, ""},
      {"operation: 'POST */orders'", "", one},
      {"xpath: \"//PinNumber = '1234'\"", one,
       replaced(one, "1234</PinNumber>", "1235</PinNumber>")},
      {"xpath: [//PinNumber, //County]", one, replaced(one, "<County>Canyon</County>", "")},
      {"any: [{telephoneNumber: '9194809871'}, {customerOrderId: x}]", one, another},
  };
  for (const auto& [condition, match, other] : kCases) {
    for (const bool expected : {true, false}) {
      const std::string& request = expected ? match : other;
      if (request.empty()) continue;
      Server server;
      put(server, held_when(condition));
      EXPECT_EQ(is_held(server, request), expected) << condition;
    }
  }
}

TEST(Scenarios, MatchByAHeader) {
  Server server;
  put(server, held_when("header: { X-Test: 'slow*' }"));
  EXPECT_TRUE(is_held(server, portin_request("9194809871"), {{"x-test", "slowly"}}));
  EXPECT_FALSE(is_held(server, portin_request("9194809872"), {{"X-Test", "fast"}}));
  EXPECT_FALSE(is_held(server, portin_request("9194809873")));
}

TEST(Scenarios, TheFirstThatMatchesIsForTheOrder) {
  Server server;
  put(server,
      "version: 1\nscenarios:\n"
      "  - name: narrow\n    match: { order: portins, telephoneNumber: '9194809871' }\n"
      "    transitions: [{ from: SUBMITTED, to: EXCEPTION, after: 1s, error: 7519 }]\n"
      "  - name: wide\n    match: { order: portins, telephoneNumber: '919*' }\n"
      "    transitions: [{ from: SUBMITTED, to: FOC, after: never }]\n");
  const std::string narrow = create_portin(server, portin_request("9194809871"));
  const std::string wide = create_portin(server, portin_request("9194809872"));
  server.advance("1h");
  EXPECT_EQ(status_of(server, narrow), "EXCEPTION");
  EXPECT_EQ(status_of(server, wide), "SUBMITTED");
  EXPECT_EQ(text_of(server.get("/__admin/orders/" + narrow).json(), "scenario"), "narrow");
}

TEST(Scenarios, HappenByPolls) {
  Server server;
  put(server, with_transitions("      - { from: SUBMITTED, to: FOC, after: 3 polls }\n"));
  const std::string id = create_portin(server);
  server.advance("1h");
  for (int poll = 0; poll < 3; ++poll) EXPECT_EQ(status_of(server, id), "SUBMITTED") << poll;
  EXPECT_EQ(status_of(server, id), "FOC");
}

TEST(Scenarios, HappenOnANoteAndOnALoa) {
  Server server;
  put(server, with_transitions("      - { from: SUBMITTED, to: EXCEPTION, on: note }\n"
                               "      - { from: EXCEPTION, to: SUBMITTED, on: loa }\n"
                               "      - { from: SUBMITTED, to: FOC, after: never }\n"));
  const std::string id = create_portin(server);
  server.advance("1h");
  server.post(kPortins + "/" + id + "/notes",
              "<Note><UserId>jbm</UserId><Description>Wait</Description></Note>");
  EXPECT_EQ(status_of(server, id), "EXCEPTION");
  add_loa(server, id);
  EXPECT_EQ(status_of(server, id), "SUBMITTED");
}

TEST(Scenarios, HappenAtTheFocDate) {
  Server server;
  put(server, with_transitions("      - { from: FOC, to: COMPLETE, at: requestedFocDate }\n"));
  const std::string id = create_portin(server);
  server.post("/__admin/clock/advance", R"({"to":"2025-06-10T21:14:59Z"})");
  EXPECT_EQ(status_of(server, id), "FOC");
  server.advance("1s");
  EXPECT_EQ(status_of(server, id), "COMPLETE");
}

TEST(Scenarios, ShowErrorsOfTheirOwnPerNumber) {
  Server server;
  put(server, with_transitions(
                  "      - from: SUBMITTED\n        to: EXCEPTION\n        after: 1s\n"
                  "        error:\n"
                  "          - { code: 60001, message: Line is frozen, telephoneNumbers: '*1' }\n"
                  "          - 7519\n"));
  const std::string id =
      create_portin(server, replaced(portin_request("9194809871"), "</PhoneNumber>",
                                     "</PhoneNumber><PhoneNumber>9194809872</PhoneNumber>"));
  server.advance("1h");
  const Reply order = server.get(kPortins + "/" + id);
  EXPECT_EQ(error_codes(order), (Lines{"60001", "7519"}));
  EXPECT_EQ(texts(order.xml().root(), "Errors/Description"),
            (Lines{"Line is frozen", "Customer info does not match"}));
  EXPECT_EQ(texts(order.xml().root(), "Errors/TelephoneNumbers/Tn"), Lines{"9194809871"});
}

std::string answering(const std::string& answer, const std::string& match) {
  return "version: 1\nscenarios:\n  - name: says\n    match: { " + match +
         " }\n    answer: " + answer + "\n";
}

TEST(Scenarios, AnswerInPlaceOfAnOperation) {
  const std::string get_one = "operation: 'GET /accounts/{accountId}/portins/{orderid}'";
  struct Case {
    std::string answer;
    int status;
    std::string part;  // of the body
  };
  const Case kCases[] = {
      {"{ status: 404 }", 404, ""},
      {"{ error: 7519, status: 400 }", 400, "Customer info does not match"},
      {"{ message: 'No ${path:orderid}' }", 400, "No "},
      {"{ status: 503 }", 503, "The service is not available."},
      {"{ body: '<A>${order:status}</A>', status: 202 }", 202, "<A>PENDING_DOCUMENTS</A>"},
      {"{ body: '${now} ${header:X-Who} ${query:a}', type: text/plain }", 200,
       "2025-06-02T09:00:00.000Z <me> 5"},
      {"{ body: '<A>${header:X-Who}</A>' }", 200, "<A>&lt;me&gt;</A>"},
  };
  for (const auto& [answer, status, part] : kCases) {
    Server server;
    const std::string id = create_portin(server);
    put(server, answering(answer, get_one));
    const Reply reply = server.get(kPortins + "/" + id + "?a=5", {{"X-Who", "<me>"}});
    EXPECT_EQ(reply.status, status) << answer;
    EXPECT_NE(reply.body.find(part), std::string::npos) << answer << "\n" << reply.body;
    EXPECT_EQ(reply.header("X-Irisim-Scenario"), "says") << answer;
  }
}

TEST(Scenarios, AnswerByWhatIsKnownOfTheOrder) {
  Server server;
  const std::string id = create_portin(server, with(portin_request(), "CustomerOrderId", "ABC"));
  const std::string other = create_portin(server, portin_request("9194809872"));
  put(server, answering("{ status: 503 }", "order: portins, customerOrderId: ABC"));
  EXPECT_EQ(server.get(kPortins + "/" + id).status, 503);
  EXPECT_EQ(server.get(kPortins + "/" + id + "/history").status, 503);
  EXPECT_EQ(server.get(kPortins + "/" + other).status, 200);
}

TEST(Scenarios, KeepAHeaderInOneLineWhateverTheRequestSays) {
  Server server;
  const std::string id = create_portin(server);
  put(server, answering("{ body: ok, headers: { X-Echo: '${xpath://Description}' } }",
                        "operation: 'POST */notes'"));
  const Reply reply = server.post(
      kPortins + "/" + id + "/notes",
      "<Note><UserId>jbm</UserId><Description>a&#13;&#10;X-Evil: 1</Description></Note>");
  EXPECT_EQ(reply.header("X-Echo"), "a  X-Evil: 1");
  EXPECT_EQ(reply.header("X-Evil"), "");
}

TEST(Scenarios, ReachOrdersInFlightWithoutLosingThem) {
  Server server;
  put(server, held_when(""));
  const std::string id = create_portin(server);
  server.advance("1h");
  EXPECT_EQ(status_of(server, id), "SUBMITTED");

  EXPECT_EQ(server.put(kSet, "version: 1\nscenarios: oops\n").status, 400);
  server.advance("1h");
  EXPECT_EQ(status_of(server, id), "SUBMITTED");

  put(server, with_transitions("      - { from: SUBMITTED, to: EXCEPTION, after: 1s }\n"));
  server.advance("1h");
  // Its scenario is gone: it goes on as any order.
  EXPECT_EQ(status_of(server, id), "COMPLETE");

  const std::string second = create_portin(server, portin_request("9194809872"));
  server.advance("1h");
  EXPECT_EQ(status_of(server, second), "EXCEPTION");
}

TEST(Scenarios, AreListedShownAndRemoved) {
  Server server;
  EXPECT_EQ(server.put(kSet, held_when("")).status, 201);
  EXPECT_EQ(server.put(kSet, held_when("")).status, 200);
  EXPECT_EQ(server.get(kSet).body, held_when(""));
  const json::Value list = server.get("/__admin/scenarios").json();
  ASSERT_EQ(list_of(list, "sets").size(), 1u);
  EXPECT_EQ(text_of(list_of(list, "sets").front(), "name"), "test");
  EXPECT_EQ(text_of(list_of(list, "scenarios").front(), "name"), "held");

  EXPECT_EQ(server.remove(kSet).status, 204);
  EXPECT_EQ(server.remove(kSet).status, 404);
  EXPECT_EQ(server.get(kSet).status, 404);
  EXPECT_FALSE(is_held(server, portin_request()));
}

TEST(Scenarios, GoWithAReset) {
  Server server;
  put(server, held_when(""));
  server.post("/__admin/reset", "");
  EXPECT_TRUE(list_of(server.get("/__admin/scenarios").json(), "sets").empty());
}

TEST(Scenarios, AreOfOneWorld) {
  Server server;
  put(server, held_when(""), "/worlds/a" + kSet);
  EXPECT_FALSE(is_held(server, portin_request()));
}

TEST(Scenarios, ComeWithANewWorld) {
  Server server;
  const Reply made = server.post(
      "/__admin/worlds",
      R"({"name":"a","mode":"manual","seed":7,"scenarios":{"one":{"version":1,"scenarios":[)"
      R"({"name":"held","match":{"order":"portins"},"transitions":)"
      R"([{"from":"SUBMITTED","to":"FOC","after":"never"}]}]}}})");
  ASSERT_EQ(made.status, 201) << made.body;
  const Reply order = server.post("/worlds/a" + kPortins, portin_request());
  server.post("/worlds/a/__admin/clock/advance", R"({"by":"1h"})");
  EXPECT_EQ(
      server.get("/worlds/a" + kPortins + "/" + order.text("OrderId")).text("ProcessingStatus"),
      "SUBMITTED");

  const Reply refused =
      server.post("/__admin/worlds", R"({"name":"b","scenarios":{"one":"version: 2"}})");
  EXPECT_EQ(refused.status, 400);
  EXPECT_EQ(list_of(server.get("/__admin/worlds").json(), "worlds").size(), 2u);
}

TEST(Scenarios, AreValidatedWithoutBeingPutInForce) {
  Server server;
  EXPECT_EQ(server.post("/__admin/scenarios/validate", held_when("")).status, 200);
  const Reply bad =
      server.post("/__admin/scenarios/validate",
                  "version: 1\nscenarios:\n  - name: x\n    match: { ordr: portins }\n");
  EXPECT_EQ(bad.status, 400);
  const json::Value problem = bad.json();
  ASSERT_EQ(list_of(problem, "faults").size(), 1u);
  const json::Value fault = list_of(problem, "faults").front();
  EXPECT_EQ(*fault.find("line")->integer(), 4);
  EXPECT_EQ(*fault.find("column")->integer(), 14);
  EXPECT_NE(text_of(fault, "message").find("did you mean 'order'?"), std::string::npos);
  EXPECT_TRUE(list_of(server.get("/__admin/scenarios").json(), "sets").empty());
}

}  // namespace
}  // namespace irisim::test
