// Waiting for requests, without a server: who records one brings the answer.

#include "control/request_wait.h"

#include <gtest/gtest.h>

#include "json/value.h"
#include "tests/support/server.h"
#include "tests/support/threads.h"

namespace irisim::control {
namespace {

using namespace std::chrono_literals;

RequestQuery query(const std::string& path, size_t count) {
  RequestQuery query;
  query.paths = {path};
  query.count = count;
  query.timeout = 1min;
  return query;
}

void add(engine::Journal& journal, const std::string& path) {
  engine::JournalEntry entry;
  entry.path = path;
  journal.add(std::move(entry));
}

std::vector<int64_t> ids(const http::Response& response) {
  EXPECT_EQ(response.status, 200);
  const Result<json::Value> body = json::parse(response.body);
  EXPECT_TRUE(body.ok()) << response.body;
  std::vector<int64_t> ids;
  for (const json::Value& request : test::list_of(*body, "requests"))
    ids.push_back(*request.find("id")->integer());
  return ids;
}

TEST(RequestWait, IsAnsweredAtOnceWhenAllAreThere) {
  engine::Journal journal({});
  add(journal, "/a");
  add(journal, "/b");
  add(journal, "/a");
  const http::Response response = RequestWait::begin(journal, query("/a", 2));
  EXPECT_EQ(response.later, nullptr);
  EXPECT_EQ(ids(response), (std::vector<int64_t>{1, 3}));
}

TEST(RequestWait, IsAnsweredByTheLastThatWasMissing) {
  engine::Journal journal({});
  add(journal, "/a");
  const http::Response response = RequestWait::begin(journal, query("/a", 3));
  ASSERT_NE(response.later, nullptr);
  add(journal, "/a");
  add(journal, "/b");
  EXPECT_FALSE(response.later->is_fulfilled());
  add(journal, "/a");
  EXPECT_TRUE(response.later->is_fulfilled());
  add(journal, "/a");
  EXPECT_EQ(ids(response.later->result()), (std::vector<int64_t>{1, 2, 4}));
}

TEST(RequestWait, CountsWhatTheJournalHasDroppedMeanwhile) {
  engine::Journal journal({.entries = 1});
  const http::Response response = RequestWait::begin(journal, query("/a", 3));
  for (int i = 0; i < 3; ++i) add(journal, "/a");
  EXPECT_EQ(ids(response.later->result()), (std::vector<int64_t>{1, 2, 3}));
}

TEST(RequestWait, SaysHowManyItHasSeenWhenItGivesUp) {
  engine::Journal journal({});
  const http::Response response = RequestWait::begin(journal, query("/a", 3));
  add(journal, "/a");
  add(journal, "/a");
  const http::Response problem = response.later->result();
  EXPECT_EQ(problem.status, 408);
  EXPECT_NE(problem.body.find("2 of 3 matching requests were there within 60s"), std::string::npos)
      << problem.body;
}

TEST(RequestWait, BeginsAgainWhenTheJournalIsCleared) {
  engine::Journal journal({});
  add(journal, "/a");
  const http::Response response = RequestWait::begin(journal, query("/a", 2));
  journal.clear();
  add(journal, "/a");
  EXPECT_FALSE(response.later->is_fulfilled());
  add(journal, "/a");
  EXPECT_EQ(ids(response.later->result()), (std::vector<int64_t>{2, 3}));
}

TEST(RequestWait, IsForgottenWhenNobodyWaitsAnyMore) {
  engine::Journal journal({});
  std::weak_ptr<http::Later> later;
  {
    const http::Response response = RequestWait::begin(journal, query("/a", 1));
    later = response.later;
  }
  EXPECT_TRUE(later.expired());
  add(journal, "/a");  // must not touch it
}

TEST(RequestWait, IsAnsweredOnceHoweverManyThreadsBringRequests) {
  engine::Journal journal({});
  const size_t count = size_t{20} * test::kThreads;
  const http::Response response = RequestWait::begin(journal, query("/a", count));
  test::in_threads([&](int) {
    for (int i = 0; i < 20; ++i) add(journal, "/a");
  });
  EXPECT_EQ(ids(response.later->result()).size(), count);
}

}  // namespace
}  // namespace irisim::control
