// Orders as the control API shows and moves them.

#include <gtest/gtest.h>

#include "tests/support/errors.h"
#include "tests/support/portins.h"
#include "tests/support/server.h"

namespace irisim::test {
namespace {

constexpr char kOrders[] = "/__admin/orders";

std::vector<std::string> ids(Server& server, const std::string& query = "") {
  const Reply reply = server.get(kOrders + query);
  EXPECT_EQ(reply.status, 200) << reply.body;
  std::vector<std::string> result;
  for (const json::Value& order : list_of(reply.json(), "orders"))
    result.push_back(text_of(order, "id"));
  return result;
}

Reply move(Server& server, const std::string& id, const std::string& body) {
  return server.post(std::string(kOrders) + "/" + id + "/transition", body);
}

TEST(ControlOrders, AreListedByTypeAccountAndStatus) {
  Server server;
  const std::string first = create_portin(server);
  const Reply reply = server.post("/accounts/42/portins", portin_request("9194809872"));
  ASSERT_EQ(reply.status, 201) << reply.body;
  const std::string second = reply.text("OrderId");
  transition(server, first, "EXCEPTION");

  EXPECT_EQ(ids(server).size(), 2u);
  EXPECT_EQ(ids(server, "?type=portins").size(), 2u);
  EXPECT_EQ(ids(server, "?account=42"), std::vector{second});
  EXPECT_EQ(ids(server, "?status=EXCEPTION"), std::vector{first});
  EXPECT_EQ(ids(server, "?account=42&status=EXCEPTION"), std::vector<std::string>{});
  EXPECT_EQ(ids(server, "?account=nobody"), std::vector<std::string>{});
}

TEST(ControlOrders, AFilterThatMatchesNothingEverIsRefused) {
  Server server;
  EXPECT_NE(expect_problem(server.get("/__admin/orders?type=portin"), 400).find("'portins'"),
            std::string::npos);
  EXPECT_NE(expect_problem(server.get("/__admin/orders?status=COMPLET"), 400).find("'COMPLETE'"),
            std::string::npos);
  EXPECT_NE(expect_problem(server.get("/__admin/orders?acount=42"), 400).find("'account'"),
            std::string::npos);
}

TEST(ControlOrders, OneIsShownWithNumbersHistoryAndTimers) {
  Server server;
  const std::string id = create_portin(server);
  const Reply reply = server.get(std::string(kOrders) + "/" + id);
  ASSERT_EQ(reply.status, 200) << reply.body;
  const json::Value order = reply.json();
  EXPECT_EQ(text_of(order, "id"), id);
  EXPECT_EQ(text_of(order, "type"), "portins");
  EXPECT_EQ(text_of(order, "account"), "9999999");
  EXPECT_EQ(text_of(order, "status"), "PENDING_DOCUMENTS");
  EXPECT_EQ(text_of(order, "site"), "743");
  EXPECT_EQ(text_of(order, "peer"), "303716");
  const json::Array numbers = list_of(order, "telephoneNumbers");
  ASSERT_EQ(numbers.size(), 1u);
  EXPECT_EQ(*numbers[0].text(), "9194809871");
  EXPECT_EQ(list_of(order, "history").size(), 1u);
  const json::Array timers = list_of(order, "timers");
  ASSERT_EQ(timers.size(), 1u);
  EXPECT_EQ(text_of(timers[0], "due"), "2025-06-02T09:00:01.000Z");
  EXPECT_EQ(text_of(timers[0], "to"), "SUBMITTED");
}

TEST(ControlOrders, IdsMatchWhateverTheirCase) {
  Server server;
  std::string id = create_portin(server);
  for (char& c : id) c = static_cast<char>(c >= 'a' && c <= 'f' ? c - 'a' + 'A' : c);
  EXPECT_EQ(server.get(std::string(kOrders) + "/" + id).status, 200);
}

TEST(ControlOrders, ATransitionIsWrittenToTheHistoryAndEndsTheOldTimer) {
  Server server;
  const std::string id = create_portin(server);
  const Reply moved = move(server, id, R"({"to":"EXCEPTION","error":7512,"note":"no PIN"})");
  ASSERT_EQ(moved.status, 200) << moved.body;
  EXPECT_EQ(text_of(moved.json(), "status"), "EXCEPTION");
  EXPECT_TRUE(list_of(moved.json(), "timers").empty());
  const json::Array history = list_of(moved.json(), "history");
  ASSERT_EQ(history.size(), 2u);
  EXPECT_EQ(text_of(history[1], "status"), "EXCEPTION");
  EXPECT_NE(text_of(history[1], "note").find("no PIN"), std::string::npos);

  const Reply order = server.get(kPortins + "/" + id);
  EXPECT_EQ(order.text("ProcessingStatus"), "EXCEPTION");
  EXPECT_EQ(order.text("Errors/Code"), "7512");
  EXPECT_EQ(server.advance("30d"), 0u);
}

TEST(ControlOrders, AnImpossibleTransitionIsToldThePossibleOnes) {
  Server server;
  const std::string id = create_portin(server);
  for (const std::string to :
       {"COMPLETE", "PENDING_DOCUMENTS", "DRAFT", "NONSENSE", "submitted", ""}) {
    const std::string said = expect_problem(move(server, id, R"({"to":")" + to + R"("})"), 409);
    for (const char* possible : {"SUBMITTED", "EXCEPTION", "CANCELLED", "REQUESTED_CANCEL"})
      EXPECT_NE(said.find(possible), std::string::npos) << to << ": " << said;
  }
  EXPECT_EQ(status_of(server, id), "PENDING_DOCUMENTS");

  server.advance("5d");
  const std::string said = expect_problem(move(server, id, R"({"to":"FOC"})"), 409);
  EXPECT_NE(said.find("final"), std::string::npos) << said;
}

TEST(ControlOrders, AnUnknownOneIs404) {
  Server server;
  const std::string id = create_portin(server);
  for (const std::string unknown :
       {"nope", "%00", "a%2Fb", "00000000-0000-0000-0000-000000000000"}) {
    expect_problem(server.get(std::string(kOrders) + "/" + unknown), 404);
    expect_problem(move(server, unknown, R"({"to":"FOC"})"), 404);
  }
  expect_problem(server.get("/worlds/other/__admin/orders/" + id), 404);
}

TEST(ControlOrders, ABadTransitionBodyIsRefusedAndChangesNothing) {
  Server server;
  const std::string id = create_portin(server);
  for (const std::string body :
       {"", "{}", "{", "[]", R"("FOC")", R"({"to":5})", R"({"to":null})", R"({"tow":"SUBMITTED"})",
        R"({"to":"SUBMITTED","note":5})", R"({"to":"SUBMITTED","error":"7512"})",
        R"({"to":"SUBMITTED","error":1})", R"({"to":"SUBMITTED","error":-7512})",
        R"({"to":"SUBMITTED","error":7512.5})", R"({"to":"SUBMITTED","error":4294974808})",
        R"({"to":"SUBMITTED","error":18446744073709559128})", "{\"to\":\"\xFF\"}"}) {
    expect_problem(move(server, id, body), 400);
  }
  EXPECT_EQ(status_of(server, id), "PENDING_DOCUMENTS");
}

TEST(ControlOrders, ANoteThatXmlCannotHoldLeavesTheHistoryReadable) {
  Server server;
  const std::string id = create_portin(server);
  ASSERT_EQ(move(server, id, R"({"to":"SUBMITTED","note":"a\u0001<&>\u0000b"})").status, 200);
  const xml::Document history = server.get(kPortins + "/" + id + "/history").xml();
  std::string last;
  for (const xml::Element entry : history.root().children()) last = entry.text("Note");
  EXPECT_TRUE(last.starts_with("a\xEF\xBF\xBD<&>") && last.ends_with("b")) << last;
}

}  // namespace
}  // namespace irisim::test
