// Many clients at once: what holds for one alone holds for all together.

#include <map>
#include <set>

#include <gtest/gtest.h>

#include "tests/support/errors.h"
#include "tests/support/portins.h"
#include "tests/support/server.h"
#include "tests/support/threads.h"

namespace irisim::test {
namespace {

bool is_open(const std::string& status) {
  return status != "DRAFT" && status != "COMPLETE" && status != "CANCELLED";
}

// Every order of a world is whole: its history ends with its status, and no other open order has
// its numbers. Gives the number of orders.
size_t check_world(Server& server, const std::string& prefix) {
  std::set<std::string> held;
  const json::Array orders = list_of(server.get(prefix + "/__admin/orders").json(), "orders");
  for (const json::Value& listed : orders) {
    const std::string id = text_of(listed, "id");
    const json::Value order = server.get(prefix + "/__admin/orders/" + id).json();
    const std::string status = text_of(order, "status");
    EXPECT_EQ(text_of(listed, "status"), status) << id;
    const json::Array history = list_of(order, "history");
    EXPECT_FALSE(history.empty()) << id;
    if (history.empty()) continue;
    EXPECT_EQ(text_of(history.back(), "status"), status) << id;
    std::string before;
    for (const json::Value& entry : history) {
      EXPECT_LE(before, text_of(entry, "at")) << id << ": its history goes back in time";
      before = text_of(entry, "at");
    }
    if (!is_open(status)) continue;
    for (const json::Value& number : list_of(order, "telephoneNumbers"))
      EXPECT_TRUE(held.insert(*number.text()).second) << *number.text() << " is held twice";
  }
  return orders.size();
}

// One client's walk: a step is decided by its ordinal, so that all threads and worlds see every
// kind. The numbers are few, so that the threads are in each other's way.
class Walk {
 public:
  Walk(Server& server, int thread) : server_(server), thread_(thread) {}

  void step(int ordinal) {
    const std::string prefix = "/worlds/w" + std::to_string(ordinal % kWorlds);
    std::vector<std::string>& mine = orders_[prefix];
    const std::string portins = prefix + "/api" + kPortins;
    if (mine.empty() || ordinal % 3 == 0) return create(portins, ordinal, mine);
    const std::string path = portins + "/" + mine[static_cast<size_t>(ordinal) % mine.size()];
    switch (ordinal / kWorlds % 7) {
      case 0:
        return expect(server_.get(path).status, {200});
      case 1:
        return expect(server_.get(portins + "?size=5").status, {200});
      case 2:
        return expect(server_.put(path, supp()).status, {200, 400});
      case 3:
        return expect(server_.remove(path).status, {200, 400});
      case 4:
        return expect(server_.get(path + "/history").status, {200});
      case 5:
        return expect(server_.post(prefix + "/__admin/clock/advance", R"({"by":"700ms"})").status,
                      {200});
      default:
        return expect(server_
                          .post(path + "/notes",
                                "<Note><UserId>u</UserId><Description>d</Description></Note>")
                          .status,
                      {201});
    }
  }

  static constexpr int kWorlds = 4;

 private:
  static std::string supp() {
    return "<LnpOrderSupp><CustomerOrderId>supp</CustomerOrderId></LnpOrderSupp>";
  }

  void create(const std::string& portins, int ordinal, std::vector<std::string>& mine) {
    constexpr int kNumbers = 48;
    const int number = 1000 + (ordinal * 7 + thread_) % kNumbers;
    const Reply reply = server_.post(portins, portin_request("919480" + std::to_string(number)));
    expect(reply.status, {201, 400});
    if (reply.status == 201) mine.push_back(reply.text("OrderId"));
  }

  void expect(int status, const std::set<int>& accepted) {
    EXPECT_TRUE(accepted.contains(status)) << status;
  }

  Server& server_;
  const int thread_;
  std::map<std::string, std::vector<std::string>> orders_;
};

TEST(Concurrency, MixedRequestsInFourWorldsLeaveEachOrderWhole) {
  constexpr int kSteps = 200;
  Server server;
  in_threads([&](int thread) {
    Walk walk(server, thread);
    for (int ordinal = 0; ordinal < kSteps; ++ordinal) walk.step(ordinal);
  });
  size_t orders = 0;
  for (int world = 0; world < Walk::kWorlds; ++world)
    orders += check_world(server, "/worlds/w" + std::to_string(world));
  EXPECT_GE(orders, 100u) << "too few to show anything";
  EXPECT_EQ(check_world(server, ""), 0u);
}

TEST(Concurrency, OneNumberGoesToOneOrder) {
  Server server;
  std::vector<Reply> replies(kThreads);
  in_threads([&](int thread) {
    replies[static_cast<size_t>(thread)] = server.post(kPortins, portin_request());
  });
  int created = 0;
  for (const Reply& reply : replies) {
    if (reply.status == 201) {
      ++created;
      continue;
    }
    expect_xml_error(reply, 400);
    EXPECT_EQ(reply.text("Errors/Code"), "7205") << reply.body;
  }
  EXPECT_EQ(created, 1);
  EXPECT_EQ(server.get(kPortins).text("TotalCount"), "1");
  check_world(server, "");
}

TEST(Concurrency, AWorldIsMadeOnceByMany) {
  Server server;
  std::vector<std::string> ids(kThreads);
  in_threads([&](int thread) {
    const std::string number = "919480500" + std::to_string(thread);
    const Reply reply = server.post("/worlds/new" + kPortins, portin_request(number));
    EXPECT_EQ(reply.status, 201) << reply.body;
    ids[static_cast<size_t>(thread)] = reply.text("OrderId");
  });
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), static_cast<size_t>(kThreads));
  EXPECT_EQ(check_world(server, "/worlds/new"), static_cast<size_t>(kThreads));
}

// Reset and removal while others work: an answer may be of the old state or of the new one.
TEST(Concurrency, ResetAndRemovalDoNotDisturbRequests) {
  constexpr int kSteps = 50;
  Server server;
  in_threads([&](int thread) {
    for (int i = 0; i < kSteps; ++i) {
      if (thread == 0) {
        EXPECT_EQ(server.post("/worlds/w/__admin/reset", "").status, 200);
      } else if (thread == 1) {
        const int status = server.remove("/__admin/worlds/w").status;
        EXPECT_TRUE(status == 204 || status == 404) << status;
      } else {
        const std::string number = "91948" + std::to_string(10000 + thread * kSteps + i);
        EXPECT_EQ(server.post("/worlds/w" + kPortins, portin_request(number)).status, 201);
      }
    }
  });
  check_world(server, "/worlds/w");
}

}  // namespace
}  // namespace irisim::test
