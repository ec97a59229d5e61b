// Faults by rules, as a client sees them and as the control API tells of them.

#include <algorithm>
#include <chrono>
#include <memory>

#include <gtest/gtest.h>

#include "scenario/loader.h"
#include "tests/support/errors.h"
#include "tests/support/raw_connection.h"
#include "tests/support/sites.h"

namespace irisim::test {
namespace {

using End = RawConnection::End;

const std::string kFaults = "/__admin/faults";
const std::string kFaultHeader = "X-Irisim-Fault";

// Posts a rule, in YAML's or JSON's form, and gives its id.
std::string post_fault(Server& server, const std::string& rule) {
  const Reply reply = server.post(kFaults, rule);
  EXPECT_EQ(reply.status, 201) << reply.body;
  return text_of(reply.json(), "id");
}

int64_t count_of(Server& server, const std::string& id, std::string_view key) {
  const json::Value value = server.get(kFaults + "/" + id).json();
  const json::Value* count = value.find(key);
  EXPECT_TRUE(count != nullptr && count->integer() != nullptr) << key;
  return count != nullptr && count->integer() != nullptr ? *count->integer() : -1;
}

// Which of so many requests are hit: "..x" means the third of three.
std::string hits(Server& server, int requests, const std::string& path = kSites) {
  std::string seen;
  for (int i = 0; i < requests; ++i)
    seen += server.get(path).header(kFaultHeader).empty() ? '.' : 'x';
  return seen;
}

// All that comes to a raw request, and how it ends.
RawConnection::Rest raw_get(Server& server, const std::string& path) {
  RawConnection connection(server.port());
  connection.send(raw_request("GET", path, "Connection: close\r\n"));
  return connection.read_to_end();
}

// A server that was started with a file of faults.
std::unique_ptr<Server> started_with(const std::string& faults) {
  return std::make_unique<Server>([&](app::ServerOptions& options) {
    const auto rules = scenario::load("version: 1\nfaults:\n" + faults, "faults.yaml");
    ASSERT_TRUE(rules.ok()) << yaml::describe(rules.error().front());
    options.world.rules =
        std::make_shared<const scenario::Rules>(scenario::lay_over(*rules, *options.world.rules));
  });
}

TEST(FaultRules, SkipThenHitSoManyTimes) {
  Server server;
  const std::string id =
      post_fault(server, R"({"skip": 2, "times": 3, "fault": {"answer": {"status": 503}}})");
  EXPECT_EQ(hits(server, 8), "..xxx...");
  EXPECT_EQ(count_of(server, id, "matched"), 8);
  EXPECT_EQ(count_of(server, id, "injected"), 3);
  EXPECT_EQ(count_of(server, id, "left"), 0);
}

TEST(FaultRules, HitEverySoManyeth) {
  Server server;
  post_fault(server, "{ every: 3, skip: 1, times: 2, fault: TRUNCATED_XML }");
  EXPECT_EQ(hits(server, 12), "...x..x.....");
}

TEST(FaultRules, HitWithAProbabilityThatTheSeedDecides) {
  const auto play = [](uint64_t seed) {
    Server server([&](app::ServerOptions& options) { options.world.seed = seed; });
    post_fault(server, "{ name: flaky, probability: 0.5, fault: TRUNCATED_XML }");
    return hits(server, 60);
  };
  const std::string first = play(1);
  EXPECT_EQ(play(1), first);
  EXPECT_NE(play(2), first);
  const auto hit = std::ranges::count(first, 'x');
  EXPECT_GT(hit, 15);
  EXPECT_LT(hit, 45);
}

TEST(FaultRules, AProbabilityOfOneHitsAllAndOfNoneNothing) {
  Server server;
  post_fault(server, "{ name: always, probability: 1, fault: TRUNCATED_XML }");
  EXPECT_EQ(hits(server, 10), "xxxxxxxxxx");
  post_fault(server, "{ name: never, probability: 0, fault: { answer: { status: 503 } } }");
  EXPECT_EQ(hits(server, 10), "xxxxxxxxxx");
  EXPECT_EQ(server.get(kSites).header(kFaultHeader), "always");
}

TEST(FaultRules, TheFirstThatMatchesAndIsDueHits) {
  const auto server = started_with(R"(
  - { name: sites-once, match: { operation: "GET /accounts/{accountId}/sites" }, times: 1,
      fault: { answer: { status: 503 } } }
  - { name: anything, match: { account: "9999999" }, skip: 1, fault: { answer: { status: 500 } } }
)");
  const auto fault = [&](const std::string& path) {
    return server->get(path).header(kFaultHeader);
  };
  EXPECT_EQ(fault(kSites), "sites-once");
  EXPECT_EQ(fault(kSites), "");  // skipped by the second
  EXPECT_EQ(fault(kSites), "anything");
  EXPECT_EQ(fault(kPortins), "anything");
  EXPECT_EQ(fault("/accounts/1234567/sites"), "");
  EXPECT_EQ(count_of(*server, "sites-once", "matched"), 4);
  EXPECT_EQ(count_of(*server, "anything", "matched"), 3) << "it counts what another has hit";
}

TEST(FaultRules, BreakTheWireAsTheyAreNamed) {
  struct Case {
    std::string fault, start, end;  // of the bytes; both empty: there are none
    End how;
  };
  const Case kCases[] = {
      {"EMPTY_RESPONSE", "", "", End::kClosed},
      {"CONNECTION_RESET_BY_PEER", "", "", End::kReset},
      {"MALFORMED_RESPONSE_CHUNK",
       "HTTP/1.1 200 OK\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n",
       "</SitesResponse>\n\r\n", End::kClosed},
      {"CONNECTION_RESET_IN_BODY", "HTTP/1.1 200 OK\r\n", "", End::kReset},
      {"HALF_STATUS_LINE", "HTTP/1.", "HTTP/1.", End::kClosed},
      {"TRUNCATED_BODY", "HTTP/1.1 200 OK\r\n", "", End::kClosed},
      {"WRONG_CONTENT_LENGTH", "HTTP/1.1 200 OK\r\n", "</SitesResponse>\n", End::kClosed},
      {"DRIBBLE", "HTTP/1.1 200 OK\r\n", "</SitesResponse>\n", End::kClosed},
      {"{ dribble: { pause: 1ms } }", "HTTP/1.1 200 OK\r\n", "</SitesResponse>\n", End::kClosed},
  };
  Server server;
  const std::string whole = server.get(kSites).body;
  for (const auto& [fault, start, end, how] : kCases) {
    SCOPED_TRACE(fault);
    const std::string id = post_fault(server, "fault: " + fault);
    const RawConnection::Rest rest = raw_get(server, kSites);
    EXPECT_TRUE(rest.bytes.starts_with(start)) << rest.bytes;
    EXPECT_TRUE(rest.bytes.ends_with(end)) << rest.bytes;
    if (start.empty()) {
      EXPECT_EQ(rest.bytes, "");
    }
    EXPECT_EQ(rest.end, how);
    if (fault.find("IN_BODY") != std::string::npos || fault == "TRUNCATED_BODY") {
      EXPECT_TRUE(rest.bytes.ends_with("\r\n\r\n" + whole.substr(0, whole.size() / 2)));
    }
    EXPECT_EQ(count_of(server, id, "injected"), 1);
    EXPECT_EQ(server.remove(kFaults + "/" + id).status, 204);
  }
}

TEST(FaultRules, SendGarbageThatTheSeedDecides) {
  const auto play = [] {
    Server server;
    post_fault(server, "{ name: noise, fault: RANDOM_DATA_THEN_CLOSE }");
    const RawConnection::Rest first = raw_get(server, kSites), second = raw_get(server, kSites);
    EXPECT_EQ(first.bytes.size(), 512u);
    EXPECT_FALSE(first.bytes.starts_with("HTTP"));
    EXPECT_EQ(first.end, End::kClosed);
    EXPECT_NE(first.bytes, second.bytes);
    return first.bytes + second.bytes;
  };
  EXPECT_EQ(play(), play());
}

TEST(FaultRules, HangAndKeepNobodyElseWaiting) {
  auto server = std::make_unique<Server>();
  post_fault(*server, "{ times: 1, fault: HANG }");
  RawConnection hanging(server->port());
  hanging.send(raw_request("GET", kSites));
  // The server reads connections in no order of its own: ask until the fault has been used.
  while (count_of(*server, "fault-1", "injected") == 0) {
  }
  EXPECT_EQ(server->get(kSites).status, 200);
  server.reset();  // which ends it
  EXPECT_EQ(hanging.read_to_end().bytes, "");
}

TEST(FaultRules, BreakTheXmlOfAWholeHttpAnswer) {
  Server server;
  const std::string whole = server.get(kSites).body;
  const std::string truncated = post_fault(server, "fault: TRUNCATED_XML");
  Reply reply = server.get(kSites);
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.body, whole.substr(0, whole.size() / 2));
  EXPECT_EQ(reply.header("Content-Length"), std::to_string(reply.body.size()));
  EXPECT_FALSE(xml::Document::parse(reply.body).ok());
  server.remove(kFaults + "/" + truncated);

  post_fault(server, "fault: MALFORMED_XML");
  reply = server.get(kSites);
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.body, replaced(whole, "</SitesResponse>", "</NotSitesResponse>"));
  EXPECT_FALSE(xml::Document::parse(reply.body).ok());
}

TEST(FaultRules, LeaveWhatIsNoXmlWhole) {
  Server server;
  const std::string id = create_portin(server);
  const std::string loa = kPortins + "/" + id + "/loas/" + add_loa(server, id);
  const std::string content = server.get(loa).body;
  ASSERT_NE(content, "");
  post_fault(server, "fault: MALFORMED_XML");
  EXPECT_EQ(server.get(loa).body, content);
}

TEST(FaultRules, AnswerInTheFormOfTheOperation) {
  Server server;
  post_fault(server, R"({"fault": {"answer": {"status": 503, "error": 5000,
                         "message": "Down for maintenance", "headers": {"Retry-After": "5"}}}})");
  const Reply reply = server.get(kSites);
  EXPECT_EQ(expect_xml_error(reply, 503), "Down for maintenance");
  EXPECT_EQ(reply.header("Retry-After"), "5");
  EXPECT_NE(reply.body.find("<ErrorCode>5000</ErrorCode>"), std::string::npos) << reply.body;
}

// The delay is in wall time, which no test can move: all that can be told is the least.
TEST(FaultRules, DelayTheAnswer) {
  using std::chrono::steady_clock;
  Server server;
  post_fault(server, "{ fault: { delay: { uniform: [20ms, 30ms] } }, delay: 10ms }");
  const steady_clock::time_point start = steady_clock::now();
  const Reply reply = server.get(kSites);
  EXPECT_GE(steady_clock::now() - start, std::chrono::milliseconds(30));
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.header(kFaultHeader), "fault-1");
}

TEST(FaultRules, OnTheWireLoseTheAnswerOfWhatIsCarriedOut) {
  Server server;
  for (const std::string fault : {"EMPTY_RESPONSE", "{ delay: 1ms }", "TRUNCATED_XML"}) {
    SCOPED_TRACE(fault);
    server.post("/__admin/reset", "");
    post_fault(server, "{ times: 1, fault: " + fault + " }");
    server.post(kSites, site_request());
    EXPECT_NE(server.get(kSites).body.find(">Raleigh<"), std::string::npos);
  }
}

TEST(FaultRules, OfTheServiceKeepTheRequestFromBeingCarriedOut) {
  Server server;
  const std::string before = server.get(kSites).body;
  for (const std::string fault : {"{ answer: { status: 503 } }", "{ answer: { status: 201 } }",
                                  "{ quota: { requests: 0, per: 1s } }"}) {
    SCOPED_TRACE(fault);
    const std::string id =
        post_fault(server, "{ match: { operation: \"POST *\" }, fault: " + fault + " }");
    EXPECT_EQ(server.post(kSites, site_request()).header(kFaultHeader), id);
    EXPECT_EQ(server.get(kSites).body, before);
    server.remove(kFaults);
  }
}

TEST(FaultRules, KeepAnAccountWithinItsQuota) {
  Server server;
  post_fault(server, "{ name: busy, fault: { quota: { requests: 2, per: 3s } } }");
  const std::string other = "/accounts/1234567/sites";
  EXPECT_EQ(hits(server, 2), "..");
  EXPECT_TRUE(server.advance("1500ms") == 0);
  const Reply refused = server.get(kSites);
  EXPECT_EQ(expect_xml_error(refused, 429), "Too many requests: more than 2 in 3s.");
  EXPECT_EQ(refused.header("Retry-After"), "2");
  EXPECT_EQ(refused.header(kFaultHeader), "busy");
  EXPECT_EQ(hits(server, 3, other), "..x") << "each account has its own";

  server.advance("1499ms");
  EXPECT_EQ(server.get(kSites).header("Retry-After"), "1");
  server.advance("1ms");
  EXPECT_EQ(hits(server, 3), "..x");
  EXPECT_EQ(count_of(server, "busy", "matched"), 10);
  EXPECT_EQ(count_of(server, "busy", "injected"), 4);
}

TEST(FaultRules, SpareTheControlApiAndTheHealthChecks) {
  Server server;
  post_fault(server, "fault: EMPTY_RESPONSE");
  EXPECT_EQ(server.get(kSites).status, 0);
  EXPECT_EQ(server.get("/livez").status, 200);
  EXPECT_EQ(server.get("/readyz").status, 200);
  EXPECT_EQ(server.get("/__admin/clock").status, 200);
}

TEST(FaultRules, HitRequestsThatAreWrongThemselves) {
  Server server;
  post_fault(server, "{ fault: { answer: { status: 503 } } }");
  EXPECT_EQ(server.post(kPortins, "<broken").status, 503);
  EXPECT_EQ(server.post(kPortins, portin_request(), {{"Prefer", "code=400"}}).status, 503);
}

TEST(FaultRules, MatchWhatTheRequestSays) {
  Server server;
  post_fault(server, R"({"match": {"telephoneNumber": "919480987?", "header": {"X-Test": "a*"}},
                         "fault": {"answer": {"status": 503}}})");
  const auto status = [&](const std::string& number, const std::string& header) {
    return server.post(kPortins, portin_request(number), {{"X-Test", header}}).status;
  };
  EXPECT_EQ(status("9194809871", "abc"), 503);
  EXPECT_EQ(status("9194809871", "b"), 201);
  EXPECT_EQ(status("9194809861", "abc"), 201);
}

TEST(FaultRules, MatchTheOrderThatThePathNames) {
  Server server;
  const std::string id = create_portin(server),
                    other = create_portin(server, portin_request("9194809872"));
  post_fault(server, "{ match: { telephoneNumber: \"9194809871\" }, fault: TRUNCATED_XML }");
  EXPECT_EQ(hits(server, 1, kPortins + "/" + id), "x");
  EXPECT_EQ(hits(server, 1, kPortins + "/" + other), ".");
}

TEST(FaultRules, StandBesidePreferredFaults) {
  Server server;
  post_fault(server, "{ times: 1, fault: TRUNCATED_XML }");
  RawConnection connection(server.port());
  connection.send(raw_request("GET", kSites, "Prefer: fault=WRONG_CONTENT_LENGTH\r\n"));
  const RawConnection::Rest rest = connection.read_to_end();
  EXPECT_NE(rest.bytes.find("Preference-Applied: fault=WRONG_CONTENT_LENGTH"), std::string::npos);
  EXPECT_NE(rest.bytes.find(kFaultHeader + ": fault-1"), std::string::npos);
  EXPECT_EQ(rest.bytes.find("</SitesResponse>"), std::string::npos);
}

TEST(FaultRules, StandInTheJournal) {
  Server server;
  post_fault(server, "{ name: lost, times: 1, fault: EMPTY_RESPONSE }");
  server.get(kSites);
  server.get(kSites);
  const json::Array requests = list_of(server.get("/__admin/requests").json(), "requests");
  ASSERT_EQ(requests.size(), 2u);
  EXPECT_EQ(text_of(requests[0], "fault"), "lost");
  EXPECT_EQ(text_of(requests[1], "fault"), "");
}

TEST(FaultRules, AreOfOneWorld) {
  Server server;
  EXPECT_EQ(server.post("/worlds/a" + kFaults, "fault: TRUNCATED_XML").status, 201);
  EXPECT_EQ(hits(server, 1, "/worlds/a" + kSites), "x");
  EXPECT_EQ(hits(server, 1, "/worlds/b" + kSites), ".");
  EXPECT_EQ(hits(server, 1), ".");
}

TEST(FaultRules, AreListedInTheOrderInWhichTheyAreAskedWithTheirCounts) {
  const auto server = started_with(
      "  - { name: a, match: { account: \"1\" }, fault: HANG }\n"
      "  - { name: b, times: 2, fault: TRUNCATED_XML }\n");
  post_fault(*server, "{ skip: 1, fault: { delay: 1ms } }");
  post_fault(*server, "{ name: top, match: { operation: \"DELETE *\" }, fault: HANG }");
  EXPECT_EQ(hits(*server, 2), "xx");
  const json::Array list = list_of(server->get(kFaults).json(), "faults");
  std::string seen;
  for (const json::Value& fault : list) {
    seen += text_of(fault, "id") + " " + text_of(fault, "source") + " " + text_of(fault, "fault") +
            " " + std::to_string(*fault.find("matched")->integer()) + " " +
            std::to_string(*fault.find("injected")->integer()) + "\n";
  }
  EXPECT_EQ(seen,
            "top posted HANG 0 0\nfault-1 posted delay 2 1\na file HANG 0 0\n"
            "b file TRUNCATED_XML 1 1\n");
  EXPECT_EQ(count_of(*server, "b", "left"), 1);
}

TEST(FaultRules, ThatArePostedLieOverThoseOfTheFile) {
  const auto server = started_with("  - { name: a, fault: { answer: { status: 503 } } }\n");
  EXPECT_EQ(server->get(kSites).status, 503);
  post_fault(*server, "{ name: a, fault: { answer: { status: 500 } } }");
  EXPECT_EQ(server->get(kSites).status, 500);
  EXPECT_EQ(list_of(server->get(kFaults).json(), "faults").size(), 1u);
  EXPECT_EQ(server->remove(kFaults + "/a").status, 204);
  EXPECT_EQ(server->get(kSites).status, 503);
}

TEST(FaultRules, AreRemovedOneByOneOrAllTogether) {
  const auto server = started_with("  - { name: a, skip: 100, fault: HANG }\n");
  post_fault(*server, "{ name: b, skip: 100, fault: HANG }");
  post_fault(*server, "{ name: c, skip: 100, fault: HANG }");
  post_fault(*server, "{ name: d, skip: 100, fault: HANG }");
  EXPECT_EQ(server->remove(kFaults + "/c").status, 204);
  expect_problem(server->remove(kFaults + "/c"), 404);
  expect_problem(server->get(kFaults + "/c"), 404);
  EXPECT_EQ(list_of(server->get(kFaults).json(), "faults").size(), 3u);
  EXPECT_EQ(server->remove(kFaults).status, 204);
  EXPECT_EQ(list_of(server->get(kFaults).json(), "faults").size(), 1u);
  EXPECT_NE(expect_problem(server->remove(kFaults + "/a"), 409).find("of a scenario file"),
            std::string::npos);
}

TEST(FaultRules, OfOneNameArePostedOnce) {
  Server server;
  post_fault(server, "{ name: a, fault: HANG }");
  EXPECT_EQ(expect_problem(server.post(kFaults, "{ name: a, fault: DRIBBLE }"), 409),
            "A fault 'a' was posted before; DELETE /__admin/faults/a removes it");
  EXPECT_EQ(text_of(server.get(kFaults + "/a").json(), "fault"), "HANG");
}

TEST(FaultRules, AreGoneAfterAResetAndThoseOfTheFileCountAnew) {
  const auto server =
      started_with("  - { name: a, times: 1, fault: { answer: { status: 503 } } }\n");
  post_fault(*server, "{ skip: 100, fault: HANG }");
  EXPECT_EQ(hits(*server, 2), "x.");
  server->post("/__admin/reset", "");
  EXPECT_EQ(list_of(server->get(kFaults).json(), "faults").size(), 1u);
  EXPECT_EQ(count_of(*server, "a", "matched"), 0);
  EXPECT_EQ(hits(*server, 2), "x.");
  EXPECT_EQ(post_fault(*server, "{ fault: HANG }"), "fault-1");
}

TEST(FaultRules, OfAQuotaStartAnewAfterAReset) {
  const auto server = started_with("  - { name: a, fault: { quota: { requests: 1, per: 1h } } }\n");
  EXPECT_EQ(hits(*server, 2), ".x");
  server->post("/__admin/reset", "");
  EXPECT_EQ(hits(*server, 2), ".x");
}

TEST(FaultRules, ComeWithScenariosThatArePutAndGoWithThem) {
  Server server;
  const std::string rules =
      "version: 1\nfaults:\n  - { name: a, times: 1, fault: TRUNCATED_XML }\n";
  EXPECT_EQ(server.put("/__admin/scenarios/broken", rules).status, 201);
  EXPECT_EQ(hits(server, 2), "x.");
  EXPECT_EQ(server.put("/__admin/scenarios/broken", rules).status, 200);
  EXPECT_EQ(hits(server, 2), "x.") << "a rule that is put anew counts anew";
  post_fault(server, "{ name: b, match: { account: \"1\" }, fault: HANG }");
  EXPECT_EQ(hits(server, 2), "..") << "another rule changes no counts";
  EXPECT_EQ(server.remove("/__admin/scenarios/broken").status, 204);
  EXPECT_EQ(list_of(server.get(kFaults).json(), "faults").size(), 1u);
}

TEST(FaultRules, ThatAreWrongAreToldWhatIs) {
  Server server;
  const std::string told =
      expect_problem(server.post(kFaults, "{\"times\": 0,\n \"fault\": \"EMPTY_RESPONS\"}"), 400);
  EXPECT_TRUE(told.starts_with(
      "request:1:11: expected a whole number from 1 to 1000000, found '0'\n"
      "request:2:11: unknown fault 'EMPTY_RESPONS' (did you mean 'EMPTY_RESPONSE'?)"))
      << told;
  expect_problem(server.post(kFaults, ""), 400);
  expect_problem(server.post(kFaults, "{"), 400);
  expect_problem(server.post(kFaults, "[]"), 400);
  EXPECT_TRUE(list_of(server.get(kFaults).json(), "faults").empty());
}

}  // namespace
}  // namespace irisim::test
