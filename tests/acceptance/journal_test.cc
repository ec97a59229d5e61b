// The journal: what was asked and answered, found again, counted and waited for.

#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "tests/support/errors.h"
#include "tests/support/front.h"
#include "tests/support/portins.h"
#include "tests/support/raw_connection.h"
#include "tests/support/server.h"

namespace irisim::test {
namespace {

const std::string kRequests = "/__admin/requests";
constexpr char kUnknown[] = "/accounts/9999999/prtins";

json::Array found(Server& server, const std::string& query) {
  const Reply reply = server.get(kRequests + query);
  EXPECT_EQ(reply.status, 200) << reply.body;
  return list_of(reply.json(), "requests");
}

json::Value only(Server& server, const std::string& query = "") {
  const json::Array all = found(server, query);
  EXPECT_EQ(all.size(), 1u);
  return all.size() == 1 ? all[0] : json::Value();
}

int64_t number_of(const json::Value& value, std::string_view key) {
  const json::Value* member = value.find(key);
  return member != nullptr && member->integer() != nullptr ? *member->integer() : -1;
}

bool is_null(const json::Value& value, std::string_view key) {
  const json::Value* member = value.find(key);
  return member != nullptr && member->is_null();
}

bool is_complete(Server& server) {
  const json::Value answer = server.get(kRequests).json();
  return *answer.find("complete")->boolean();
}

using Ids = std::vector<int64_t>;

Ids ids(const json::Array& requests) {
  Ids ids;
  for (const json::Value& request : requests) ids.push_back(number_of(request, "id"));
  return ids;
}

Ids find(Server& server, const std::string& body) {
  const Reply reply = server.post(kRequests + "/find", body);
  EXPECT_EQ(reply.status, 200) << reply.body;
  return ids(list_of(reply.json(), "requests"));
}

std::string with_customer_order_id(const std::string& id, const std::string& number) {
  return replaced(portin_request(number), "<SiteId>",
                  "<CustomerOrderId>" + id + "</CustomerOrderId><SiteId>");
}

TEST(Journal, KeepsARequestWithItsAnswer) {
  Server server;
  const std::string body = portin_request();
  const Reply reply = server.post("/api" + kPortins + "?a=%20b", body,
                                  {{"Content-Type", "application/xml"}, {"X-Trace", "t-1"}});
  ASSERT_EQ(reply.status, 201) << reply.body;
  const json::Value entry = only(server);
  EXPECT_EQ(number_of(entry, "id"), 1);
  EXPECT_EQ(text_of(entry, "at"), "2025-06-02T09:00:00.000Z");
  EXPECT_EQ(text_of(entry, "method"), "POST");
  EXPECT_EQ(text_of(entry, "target"), "/api" + kPortins + "?a=%20b");
  EXPECT_EQ(text_of(entry, "path"), kPortins);
  EXPECT_EQ(text_of(entry, "operation"), "POST /accounts/{accountId}/portins");
  EXPECT_EQ(text_of(entry, "account"), "9999999");
  EXPECT_EQ(text_of(entry, "user"), "anonymous");
  EXPECT_EQ(number_of(entry, "status"), 201);
  EXPECT_EQ(text_of(entry, "source"), "live");
  EXPECT_TRUE(is_null(entry, "scenario"));
  EXPECT_TRUE(is_null(entry, "fault"));
  const json::Value& request = *entry.find("request");
  EXPECT_EQ(text_of(request, "body"), body);
  EXPECT_EQ(text_of(*request.find("headers"), "X-Trace"), "t-1");
  const json::Value& response = *entry.find("response");
  EXPECT_EQ(text_of(response, "body"), reply.body);
  EXPECT_EQ(text_of(*response.find("headers"), "Content-Type"), "application/xml");
  EXPECT_EQ(text_of(*response.find("headers"), "Location"), reply.header("Location"));
  EXPECT_EQ(response.find("cutFrom"), nullptr);
}

TEST(Journal, TellsWhatARequestHasMadeOrdersDo) {
  Server server;
  const std::string id = create_portin(server);
  server.advance("500ms");
  const std::string before = status_of(server, id);
  ASSERT_EQ(server.remove(kPortins + "/" + id).status, 200);
  const json::Array made = list_of(only(server, "?method=post"), "transitions");
  ASSERT_EQ(made.size(), 1u);
  EXPECT_EQ(text_of(made[0], "order"), id);
  EXPECT_EQ(text_of(made[0], "type"), "portins");
  EXPECT_TRUE(is_null(made[0], "from"));
  EXPECT_EQ(text_of(made[0], "to"), "PENDING_DOCUMENTS");
  const json::Array cancelled = list_of(only(server, "?method=DELETE"), "transitions");
  ASSERT_EQ(cancelled.size(), 1u);
  EXPECT_EQ(text_of(cancelled[0], "at"), "2025-06-02T09:00:00.500Z");
  EXPECT_EQ(text_of(cancelled[0], "from"), before);
  EXPECT_EQ(text_of(cancelled[0], "to"), status_of(server, id));
  EXPECT_TRUE(list_of(found(server, "?method=GET")[0], "transitions").empty());
}

TEST(Journal, KeepsWhatReachesNoOperation) {
  Server server;
  server.get(kUnknown);
  server.send("PATCH", kPortins);
  const json::Array all = found(server, "");
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(text_of(all[0], "path"), kUnknown);
  EXPECT_TRUE(is_null(all[0], "operation"));
  EXPECT_TRUE(is_null(all[0], "account"));
  EXPECT_EQ(number_of(all[0], "status"), 404);
  EXPECT_EQ(text_of(all[1], "method"), "PATCH");
  EXPECT_EQ(number_of(all[1], "status"), 405);
}

TEST(Journal, DoesNotKeepTheControlApisOwn) {
  Server server;
  server.get("/__admin/clock");
  server.get("/readyz");
  server.get("/__admin/nowhere");
  EXPECT_EQ(ids(found(server, "")), (Ids{}));
}

TEST(Journal, SaysWhatWasReplayedAndBrokenOnPurpose) {
  Server server;
  server.get(kPortins, {{"Prefer", "code=200"}});
  server.get(kPortins, {{"Prefer", "fault=EMPTY_RESPONSE"}});
  const json::Array all = found(server, "");
  ASSERT_GE(all.size(), 2u);  // a client may try again after an empty answer
  EXPECT_EQ(text_of(all[0], "source"), "replay");
  EXPECT_TRUE(is_null(all[0], "fault"));
  EXPECT_EQ(text_of(all[1], "fault"), "EMPTY_RESPONSE");
}

TEST(Journal, KeepsTheHeadOfAnAnswerToHead) {
  Server server;
  server.send("HEAD", kPortins);
  const json::Value entry = only(server);
  EXPECT_EQ(text_of(entry, "method"), "HEAD");
  EXPECT_EQ(text_of(entry, "operation"), "GET /accounts/{accountId}/portins");
  EXPECT_EQ(entry.find("response")->find("body"), nullptr);
}

TEST(Journal, KeepsThePartsOfAMultipartBody) {
  Server server;
  const std::string id = create_portin(server);
  const Reply reply =
      server.post(kPortins + "/" + id + "/loas",
                  "--x\r\nContent-Disposition: form-data; name=\"loa\"; filename=\"a.txt\"\r\n"
                  "Content-Type: text/plain\r\n\r\nI authorize this.\r\n--x--\r\n",
                  {{"Content-Type", "multipart/form-data; boundary=x"}});
  ASSERT_EQ(reply.status, 201) << reply.body;
  const json::Value request = *only(server, "?path=*/loas").find("request");
  const json::Array parts = list_of(request, "parts");
  ASSERT_EQ(parts.size(), 1u);
  EXPECT_EQ(text_of(parts[0], "name"), "loa");
  EXPECT_EQ(text_of(parts[0], "filename"), "a.txt");
  EXPECT_EQ(text_of(parts[0], "type"), "text/plain");
  EXPECT_EQ(text_of(parts[0], "body"), "I authorize this.");
}

TEST(Journal, IsNarrowedByEachFilter) {
  Server server;
  const std::string id = create_portin(server);  // 1
  server.get(kPortins + "/" + id);               // 2
  server.get("/api/accounts/42/portins");        // 3
  server.get(kUnknown);                          // 4
  server.get(kPortins + "/" + id + "/history");  // 5
  const std::string operation = "?operation=GET%20/accounts/%7BaccountId%7D/portins";
  EXPECT_EQ(ids(found(server, "?method=get")), (Ids{2, 3, 4, 5}));
  EXPECT_EQ(ids(found(server, "?status=404")), (Ids{4}));
  EXPECT_EQ(ids(found(server, "?path=/accounts/*/portins")), (Ids{1, 3}));
  EXPECT_EQ(ids(found(server, "?path=*/history")), (Ids{5}));
  EXPECT_EQ(ids(found(server, operation)), (Ids{3}));
  EXPECT_EQ(ids(found(server, operation + "*")), (Ids{2, 3, 5}));
  EXPECT_EQ(ids(found(server, "?account=42")), (Ids{3}));
  EXPECT_EQ(ids(found(server, "?since=3")), (Ids{4, 5}));
  EXPECT_EQ(ids(found(server, "?limit=2")), (Ids{4, 5}));
  EXPECT_EQ(ids(found(server, "?since=1&method=GET&status=200&limit=1")), (Ids{5}));
  EXPECT_EQ(number_of(server.get(kRequests + "?limit=2").json(), "total"), 5);
  EXPECT_EQ(number_of(server.get(kRequests + "/3").json(), "id"), 3);
}

TEST(Journal, RefusesFiltersThatNothingCanMatch) {
  Server server;
  const auto refused = [&](const std::string& query) {
    return expect_problem(server.get(kRequests + query), 400);
  };
  EXPECT_NE(refused("?methd=GET").find("did you mean 'method'"), std::string::npos);
  EXPECT_NE(refused("?status=ok").find("'ok'"), std::string::npos);
  EXPECT_NE(refused("?status=20").find("100 to 599"), std::string::npos);
  EXPECT_NE(refused("?limit=0").find("expected a number from 1"), std::string::npos);
  EXPECT_NE(refused("?since=-1").find("expected a number from 0"), std::string::npos);
  EXPECT_NE(refused("?operation=GET%20/accounts/%7BaccountId%7D/portin").find("did you mean"),
            std::string::npos);
}

TEST(Journal, KnowsNoRequestThatIsNotThere) {
  Server server;
  server.get(kPortins);
  for (const std::string id : {"2", "0", "x", "-1", "99999999999999999999"})
    EXPECT_NE(expect_problem(server.get(kRequests + "/" + id), 404).find(id), std::string::npos);
}

TEST(Journal, ShowsNoSecrets) {
  Server server;
  const Headers credentials = {{"Authorization", "Basic cm9vdDp0b29y"}};
  server.put("/users/jdoe/password", "<Password>$uper$ecure</Password>", credentials);
  const std::string sip = "/accounts/9999999/sipcredentials";
  const Reply created =
      server.post(sip, source_file("fixtures/operations/accounts/accountId/sipcredentials/post/"
                                   "request.xml"));
  ASSERT_NE(created.body.find("43543gggs43g324"), std::string::npos) << "the example shows one";
  const std::string id = create_portin(server);
  const std::string all = server.get(kRequests).body;
  for (const char* secret : {"cm9vdDp0b29y", "$uper$ecure", "1g32gadgs433dd4", "1g32gadgs433d24",
                             "43543gggs43g324", "1g32gadgs433a34"}) {
    EXPECT_EQ(all.find(secret), std::string::npos) << secret;
  }
  const json::Value request = *server.get(kRequests + "/1").json().find("request");
  EXPECT_EQ(text_of(*request.find("headers"), "Authorization"), "Basic ***");
  EXPECT_EQ(text_of(request, "body"), "<Password>***</Password>");
  EXPECT_NE(all.find("<PinNumber>1234</PinNumber>"), std::string::npos) << "a PIN is no secret";
  EXPECT_NE(all.find("<UserName>John</UserName>"), std::string::npos);
}

TEST(Journal, CutsLongBodiesAndSaysSo) {
  Server server;
  const std::string body = "<LnpOrder>" + std::string(70'000, 'x') + "</LnpOrder>";
  server.post(kPortins, body);
  const json::Value request = *only(server).find("request");
  EXPECT_EQ(text_of(request, "body"), body.substr(0, size_t{64} * 1024));
  EXPECT_EQ(number_of(request, "cutFrom"), static_cast<int64_t>(body.size()));
}

TEST(Journal, DropsTheOldestAndSaysSo) {
  Server server([](app::ServerOptions& options) { options.world.journal.entries = 2; });
  for (int i = 0; i < 2; ++i) server.get(kPortins);
  EXPECT_TRUE(is_complete(server));
  server.get(kPortins);
  EXPECT_FALSE(is_complete(server));
  EXPECT_EQ(ids(found(server, "")), (Ids{2, 3}));
  const Reply count = server.post(kRequests + "/count", "");
  EXPECT_EQ(number_of(count.json(), "count"), 2);
  EXPECT_FALSE(*count.json().find("complete")->boolean());
  expect_problem(server.get(kRequests + "/1"), 404);
}

TEST(Journal, IsBoundedByBytesToo) {
  Server server([](app::ServerOptions& options) { options.world.journal.bytes = 100'000; });
  for (int i = 0; i < 3; ++i) server.post(kUnknown, std::string(60'000, 'x'));
  EXPECT_EQ(ids(found(server, "")), (Ids{3}));
  EXPECT_FALSE(is_complete(server));
}

TEST(Journal, IsClearedAndGoesOnCounting) {
  Server server;
  server.get(kPortins);
  EXPECT_EQ(server.remove(kRequests).status, 204);
  EXPECT_EQ(ids(found(server, "")), (Ids{}));
  server.get(kPortins);
  EXPECT_EQ(ids(found(server, "")), (Ids{2}));
}

TEST(Journal, IsResetWithItsWorld) {
  Server server;
  server.get(kPortins);
  ASSERT_EQ(server.post("/__admin/reset", "").status, 200);
  EXPECT_EQ(ids(found(server, "")), (Ids{}));
  server.get(kPortins);
  EXPECT_EQ(ids(found(server, "")), (Ids{1}));
}

TEST(Journal, IsEachWorldsOwn) {
  Server server;
  server.get("/worlds/a" + kPortins);
  server.get("/worlds/a" + kPortins);
  server.get("/worlds/b/api" + kPortins);
  const auto in = [&](const std::string& world) {
    return list_of(server.get(world + kRequests).json(), "requests");
  };
  EXPECT_EQ(ids(in("/worlds/a")), (Ids{1, 2}));
  ASSERT_EQ(ids(in("/worlds/b")), (Ids{1}));
  EXPECT_EQ(ids(in("")), (Ids{}));
  EXPECT_EQ(text_of(in("/worlds/b")[0], "target"), "/worlds/b/api" + kPortins);
  EXPECT_EQ(text_of(in("/worlds/b")[0], "path"), kPortins);
  ASSERT_EQ(server.remove("/worlds/a" + kRequests).status, 204);
  EXPECT_EQ(ids(in("/worlds/a")), (Ids{}));
  EXPECT_EQ(ids(in("/worlds/b")), (Ids{1}));
}

TEST(Journal, CanBeSwitchedOff) {
  Server server([](app::ServerOptions& options) { options.world.journal.entries = 0; });
  server.get(kPortins);
  const std::string said = expect_problem(server.get(kRequests), 409);
  EXPECT_NE(said.find("--journal-size"), std::string::npos);
  expect_problem(server.post(kRequests + "/wait", ""), 409);
}

TEST(Journal, UnderstandsTheMatchLanguageOfScenarios) {
  Server server;
  server.post(kPortins, with_customer_order_id("SLOW-1", "9194809871"),
              {{"X-Test", "alpha"}});                                     // 1
  server.post(kPortins, with_customer_order_id("FAST-1", "9194809872"));  // 2
  server.get(kPortins, {{"X-Test", "beta"}});                             // 3
  server.get("/accounts/9999999/sites");                                  // 4
  EXPECT_EQ(find(server, ""), (Ids{1, 2, 3, 4}));
  EXPECT_EQ(find(server, "{}"), (Ids{1, 2, 3, 4}));
  EXPECT_EQ(find(server, R"({"match": {"order": "portins"}})"), (Ids{1, 2, 3}));
  EXPECT_EQ(find(server, R"({"match": {"customerOrderId": "SLOW-*"}})"), (Ids{1}));
  EXPECT_EQ(find(server, R"({"match": {"telephoneNumber": "919480987?"}})"), (Ids{1, 2}));
  EXPECT_EQ(find(server, R"({"match": {"telephoneNumber": "9194809872"}})"), (Ids{2}));
  EXPECT_EQ(find(server, R"({"match": {"header": {"x-test": "*a"}}})"), (Ids{1, 3}));
  EXPECT_EQ(find(server, R"({"match": {"xpath": "/LnpOrder[CustomerOrderId='FAST-1']"}})"),
            (Ids{2}));
  EXPECT_EQ(find(server, R"({"match": {"site": "743"}})"), (Ids{1, 2}));
  EXPECT_EQ(find(server, R"({"match": {"operation": "GET *"}})"), (Ids{3, 4}));
}

TEST(Journal, FindsByWhatOnlyAnAnswerHas) {
  Server server;
  create_portin(server);  // 1
  server.get(kPortins);   // 2
  server.get(kUnknown);   // 3
  EXPECT_EQ(find(server, R"({"status": 404})"), (Ids{3}));
  EXPECT_EQ(find(server, R"({"method": "GET"})"), (Ids{2, 3}));
  EXPECT_EQ(find(server, R"({"path": ["*/prtins", "/nowhere"]})"), (Ids{3}));
  EXPECT_EQ(find(server, R"({"match": {"account": "9999999"}, "status": 200})"), (Ids{2}));
  EXPECT_EQ(find(server, R"({"limit": 2})"), (Ids{2, 3}));
  EXPECT_EQ(find(server, R"({"since": 2})"), (Ids{3}));
  const Reply count = server.post(kRequests + "/count", R"({"match": {"order": "portins"}})");
  EXPECT_EQ(number_of(count.json(), "count"), 2);
}

TEST(Journal, SaysWhereABodyIsWrong) {
  Server server;
  const auto refused = [&](const std::string& route, const std::string& body) {
    return expect_problem(server.post(kRequests + route, body), 400);
  };
  EXPECT_NE(refused("/find", "{\"match\": {\n  \"ordr\": \"portins\"}}").find("2:3: "),
            std::string::npos);
  EXPECT_NE(refused("/find", R"({"mtch": {}})").find("did you mean 'match'"), std::string::npos);
  EXPECT_NE(refused("/find", R"({"match": {"order": "portin"}})").find("did you mean 'portins'"),
            std::string::npos);
  EXPECT_NE(refused("/find", R"({"status": 20, "limit": 0})").find("; "), std::string::npos)
      << "both are said";
  for (const char* body : {"[]", "{", "x", R"({"count": 1})", R"({"match": 5})"})
    refused("/find", body);
  for (const char* body : {R"({"count": 0})", R"({"count": 1001})", R"({"timeout": "5"})",
                           R"({"timeout": "11m"})", R"({"limit": 1})"}) {
    refused("/wait", body);
  }
  refused("/count", R"({"limit": 1})");
}

TEST(JournalWait, CountsWhatIsThereAlready) {
  Server server;
  server.get(kPortins);
  server.get(kUnknown);
  server.get(kPortins);
  const Reply reply =
      server.post(kRequests + "/wait", R"({"match": {"order": "portins"}, "count": 2})");
  ASSERT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(ids(list_of(reply.json(), "requests")), (Ids{1, 3}));
  EXPECT_EQ(number_of(reply.json(), "total"), 2);
}

TEST(JournalWait, IsEndedByARequestFromElsewhere) {
  Server server;
  server.get(kPortins);
  std::atomic<bool> done = false;
  std::thread waiter([&] {
    const Reply reply =
        server.post(kRequests + "/wait", R"({"path": "*/portins", "since": 1, "timeout": "1m"})");
    EXPECT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(ids(list_of(reply.json(), "requests")).size(), 1u);
    done = true;
  });
  // However late the waiter begins, one of these it has to see.
  EXPECT_TRUE(comes_true([&] {
    server.get(kPortins);
    return done.load();
  }));
  waiter.join();
}

TEST(JournalWait, SaysHowManyWereThereWhenTheTimeIsOver) {
  Server server;
  server.get(kPortins);
  const std::string said =
      expect_problem(server.post(kRequests + "/wait", R"({"count": 3, "timeout": "1ms"})"), 408);
  EXPECT_NE(said.find("1 of 3"), std::string::npos) << said;
  EXPECT_NE(said.find("1ms"), std::string::npos) << said;
}

TEST(JournalWait, KeepsNobodyElseWaiting) {
  Server server;
  std::vector<std::unique_ptr<RawConnection>> waiting;
  for (int i = 0; i < 50; ++i) {
    waiting.push_back(std::make_unique<RawConnection>(server.port()));
    waiting.back()->send(raw_request("POST", kRequests + "/wait", "",
                                     R"({"path": "/accounts/42/*", "timeout": "1m"})"));
  }
  for (int i = 0; i < 20; ++i) EXPECT_EQ(server.get(kPortins).status, 200);
  server.get("/accounts/42/portins");
  for (const auto& connection : waiting) EXPECT_EQ(connection->receive().status, 200);
}

}  // namespace
}  // namespace irisim::test
