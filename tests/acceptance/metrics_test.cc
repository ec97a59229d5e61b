// GET /metrics: what Prometheus reads. Format:
// https://prometheus.io/docs/instrumenting/exposition_formats/

#include <algorithm>
#include <limits>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/support/portins.h"
#include "tests/support/raw_connection.h"
#include "tests/support/server.h"

namespace irisim::test {
namespace {

using Samples = std::map<std::string, double>;  // by name and labels, as they are printed

const std::string kList = R"(operation="GET /accounts/{accountId}/portins")";
const std::string kCreate = R"(operation="POST /accounts/{accountId}/portins")";

// The family that a sample belongs to.
std::string family_of(const std::string& name, const std::map<std::string, std::string>& types) {
  for (const std::string suffix : {"_bucket", "_sum", "_count"}) {
    if (!name.ends_with(suffix)) continue;
    const std::string family = name.substr(0, name.size() - suffix.size());
    const auto type = types.find(family);
    if (type != types.end() && type->second == "histogram") return family;
  }
  return name;
}

// Fails the test when a line is none of the format, or stands where it may not.
Samples parse(const std::string& text) {
  static const std::regex help(R"(# HELP ([a-z_]+) [^\\]+)");
  static const std::regex type("# TYPE ([a-z_]+) (counter|gauge|histogram)");
  static const std::regex sample(
      R"re((([a-z_]+)(\{[a-z]+="(?:[^"\\]|\\["\\n])*"(?:,[a-z]+="(?:[^"\\]|\\["\\n])*")*\})?) ([0-9.e+-]+))re");
  Samples samples;
  std::map<std::string, std::string> types;
  std::string described, current;
  EXPECT_TRUE(text.ends_with('\n'));
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    SCOPED_TRACE(line);
    std::smatch match;
    if (std::regex_match(line, match, help)) {
      described = match[1];
      EXPECT_FALSE(types.contains(described)) << "described twice";
    } else if (std::regex_match(line, match, type)) {
      current = match[1];
      EXPECT_EQ(current, described) << "TYPE without HELP";
      types[current] = match[2];
    } else if (std::regex_match(line, match, sample)) {
      EXPECT_EQ(family_of(match[2], types), current) << "a sample outside its family";
      EXPECT_TRUE(samples.emplace(match[1], std::stod(match[4])).second) << "a sample twice";
    } else {
      ADD_FAILURE() << "not of the format";
    }
  }
  return samples;
}

Samples scrape(Server& server) {
  const Reply reply = server.get("/metrics");
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.header("Content-Type"), "text/plain; version=0.0.4; charset=utf-8");
  return parse(reply.body);
}

// 0 when there is none.
double value(const Samples& samples, const std::string& name) {
  const auto found = samples.find(name);
  return found == samples.end() ? 0 : found->second;
}

double requests(const Samples& samples, const std::string& operation, int status) {
  return value(samples, "irisim_requests_total{" + operation + ",status=\"" +
                            std::to_string(status) + "\"}");
}

TEST(Metrics, AreThereFromTheStart) {
  Server server;
  const std::string text = server.get("/metrics").body;
  EXPECT_EQ(parse(text), (Samples{{"irisim_pending_timers", 0}, {"irisim_worlds", 1}}));
  for (const std::string line :
       {"# TYPE irisim_requests_total counter\n",
        "# TYPE irisim_request_duration_seconds histogram\n",
        "# TYPE irisim_faults_total counter\n", "# TYPE irisim_orders gauge\n",
        "# TYPE irisim_pending_timers gauge\n", "# TYPE irisim_worlds gauge\n"}) {
    EXPECT_NE(text.find(line), std::string::npos) << line;
  }
}

TEST(Metrics, RequestsAreCountedByOperationAndStatus) {
  Server server;
  create_portin(server);
  server.get(kPortins);
  server.send("HEAD", "/api/v1" + kPortins);
  server.get("/worlds/other" + kPortins);
  EXPECT_EQ(server.get(kPortins + "/none").status, 404);
  EXPECT_EQ(server.post(kPortins, "<LnpOrder").status, 400);
  EXPECT_EQ(server.get("/nowhere").status, 404);
  EXPECT_EQ(server.send("PATCH", kPortins).status, 405);
  server.get("/__admin/orders");
  const Samples samples = scrape(server);
  EXPECT_EQ(requests(samples, kCreate, 201), 1);
  EXPECT_EQ(requests(samples, kCreate, 400), 1);
  EXPECT_EQ(requests(samples, kList, 200), 3);
  EXPECT_EQ(requests(samples, R"(operation="GET /accounts/{accountId}/portins/{orderid}")", 404),
            1);
  EXPECT_EQ(requests(samples, R"(operation="none")", 404), 1);
  EXPECT_EQ(requests(samples, R"(operation="none")", 405), 1);
  double all = 0;
  for (const auto& [name, count] : samples) {
    if (name.starts_with("irisim_requests_total")) all += count;
  }
  EXPECT_EQ(all, 8) << "the control API is not counted";
  server.get(kPortins);
  EXPECT_EQ(requests(scrape(server), kList, 200), 4);
}

TEST(Metrics, TheHistogramIsCumulativeAndEndsWithTheCount) {
  Server server;
  for (int i = 0; i < 5; ++i) server.get(kPortins);
  create_portin(server);
  const Reply reply = server.get("/metrics");
  std::map<std::string, std::vector<std::pair<double, double>>> buckets;  // (le, count), as printed
  static const std::regex bucket(
      R"re(irisim_request_duration_seconds_bucket\{operation="([^"]*)",le="([^"]*)"\} ([0-9]+))re");
  std::istringstream lines(reply.body);
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (!std::regex_match(line, match, bucket)) continue;
    const double le =
        match[2] == "+Inf" ? std::numeric_limits<double>::infinity() : std::stod(match[2]);
    buckets[match[1]].emplace_back(le, std::stod(match[3]));
  }
  ASSERT_EQ(buckets.size(), 2u);
  const Samples samples = parse(reply.body);
  for (const auto& [operation, of] : buckets) {
    SCOPED_TRACE(operation);
    EXPECT_TRUE(std::ranges::is_sorted(of)) << "bounds and counts only grow";
    EXPECT_EQ(of.front().first, 0.0001);
    EXPECT_EQ(of[of.size() - 2].first, 1);
    EXPECT_EQ(of.back().first, std::numeric_limits<double>::infinity());
    const std::string labels = "{operation=\"" + operation + "\"}";
    EXPECT_EQ(of.back().second, value(samples, "irisim_request_duration_seconds_count" + labels));
    EXPECT_GT(value(samples, "irisim_request_duration_seconds_sum" + labels), 0);
  }
  EXPECT_EQ(value(samples, "irisim_request_duration_seconds_count{" + kList + "}"), 5);
}

TEST(Metrics, OrdersAndTimersAreThoseOfAllWorlds) {
  Server server;
  create_portin(server);
  create_portin(server, portin_request("9194809872"));
  server.post("/worlds/other" + kPortins, portin_request());
  Samples samples = scrape(server);
  const std::string pending = R"(irisim_orders{type="portins",state="PENDING_DOCUMENTS"})";
  const std::string complete = R"(irisim_orders{type="portins",state="COMPLETE"})";
  EXPECT_EQ(value(samples, pending), 3);
  EXPECT_EQ(value(samples, "irisim_pending_timers"), 3);
  EXPECT_EQ(value(samples, "irisim_worlds"), 2);
  server.advance("5d");
  samples = scrape(server);
  EXPECT_EQ(value(samples, pending), 1);
  EXPECT_EQ(value(samples, complete), 2);
  EXPECT_EQ(value(samples, "irisim_pending_timers"), 1);
  server.remove("/__admin/worlds/other");
  samples = scrape(server);
  EXPECT_FALSE(samples.contains(pending));
  EXPECT_EQ(value(samples, "irisim_worlds"), 1);
}

TEST(Metrics, AFaultIsCountedByItsKind) {
  Server server;
  const auto ask = [&](const std::string& preference) {
    RawConnection connection(server.port());
    connection.send("GET " + kPortins + " HTTP/1.1\r\nHost: a\r\nPrefer: " + preference +
                    "\r\n\r\n");
    connection.read_to_end();
  };
  ask("fault=EMPTY_RESPONSE");
  ask("fault=EMPTY_RESPONSE");
  ask("fault=CONNECTION_RESET_BY_PEER");
  server.get(kPortins, {{"Prefer", "delay=1"}});
  server.get(kPortins);
  const Samples samples = scrape(server);
  EXPECT_EQ(value(samples, R"(irisim_faults_total{kind="EMPTY_RESPONSE"})"), 2);
  EXPECT_EQ(value(samples, R"(irisim_faults_total{kind="CONNECTION_RESET_BY_PEER"})"), 1);
  EXPECT_EQ(value(samples, R"(irisim_faults_total{kind="DELAY"})"), 1);
  EXPECT_EQ(requests(samples, kList, 200), 5);
}

TEST(Metrics, FaultsOfRulesAreCountedByKind) {
  Server server;
  server.post("/__admin/faults", "{ name: a, times: 2, fault: { answer: { status: 503 } } }");
  server.post("/__admin/faults", "{ name: b, times: 1, fault: TRUNCATED_XML }");
  for (int i = 0; i < 4; ++i) server.get(kPortins);
  const Samples samples = scrape(server);
  EXPECT_EQ(value(samples, R"(irisim_faults_total{kind="ANSWER"})"), 2);
  EXPECT_EQ(value(samples, R"(irisim_faults_total{kind="TRUNCATED_XML"})"), 1);
}

TEST(Metrics, AResetTakesNothingBack) {
  Server server;
  create_portin(server);
  ASSERT_LT(server.post("/__admin/reset", "").status, 300);
  const Samples samples = scrape(server);
  EXPECT_EQ(requests(samples, kCreate, 201), 1);
  EXPECT_FALSE(samples.contains(R"(irisim_orders{type="portins",state="PENDING_DOCUMENTS"})"));
}

TEST(Metrics, NeedNoCredentials) {
  Server server([](app::ServerOptions& options) {
    options.users = *request::load_users("users:\n  - { name: a, password: b }\n", "users.yaml");
  });
  EXPECT_EQ(server.get(kPortins).status, 401);
  EXPECT_EQ(requests(scrape(server), kList, 401), 1);
  EXPECT_EQ(server.post("/metrics", "").status, 405);
}

}  // namespace
}  // namespace irisim::test
