// Answers that come later: who waits holds no worker.

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

#include <gtest/gtest.h>

#include "http/later.h"
#include "tests/support/front.h"
#include "tests/support/raw_connection.h"

namespace irisim::test {
namespace {

using namespace std::chrono_literals;

// Answers "/wait" later, and everything else at once.
class Waiting {
 public:
  explicit Waiting(std::chrono::milliseconds patience = 60s) : patience_(patience) {}

  http::Response handle(const http::Request& request) {
    if (request.target != "/wait") return Front::echo(request);
    auto later = std::make_shared<http::Later>(std::chrono::steady_clock::now() + patience_, [] {
      return http::Response{408, {}, "text/plain", "too late"};
    });
    const std::lock_guard lock(mutex_);
    waiting_.push_back(later);
    http::Response response;
    response.later = std::move(later);
    return response;
  }
  http::Listener::Handler handler() {
    return [this](const http::Request& request) { return handle(request); };
  }

  size_t begun() {
    const std::lock_guard lock(mutex_);
    return waiting_.size();
  }

  bool all_are_gone() {
    const std::lock_guard lock(mutex_);
    return std::ranges::all_of(waiting_, [](const auto& later) { return later.expired(); });
  }

  // Those that wait from the first of these on.
  void fulfil(size_t from = 0) {
    std::vector<std::weak_ptr<http::Later>> waiting;
    {
      const std::lock_guard lock(mutex_);
      waiting.assign(waiting_.begin() + static_cast<ptrdiff_t>(from), waiting_.end());
    }
    for (const auto& weak : waiting) {
      if (const auto later = weak.lock()) later->fulfil({200, {}, "text/plain", "at last"});
    }
  }

 private:
  const std::chrono::milliseconds patience_;
  std::mutex mutex_;
  std::vector<std::weak_ptr<http::Later>> waiting_;
};

using Connections = std::vector<std::unique_ptr<RawConnection>>;

Connections wait(int port, size_t count) {
  Connections connections;
  for (size_t i = 0; i < count; ++i) {
    connections.push_back(std::make_unique<RawConnection>(port));
    connections.back()->send(raw_request("GET", "/wait"));
  }
  return connections;
}

TEST(Later, ManyThatWaitKeepNobodyElseWaiting) {
  Waiting waiting;
  Front front({}, waiting.handler());
  const Connections connections = wait(front.port(), 50);
  ASSERT_TRUE(comes_true([&] { return waiting.begun() == 50; }));
  RawConnection other(front.port());
  for (int i = 0; i < 20; ++i) {
    other.send(raw_request("GET", "/other"));
    EXPECT_EQ(other.receive().body, "GET /other 0");
  }
  waiting.fulfil();
  for (const auto& connection : connections) EXPECT_EQ(connection->receive().body, "at last");
}

TEST(Later, PipelinedRequestsKeepTheirOrder) {
  Waiting waiting;
  Front front({}, waiting.handler());
  RawConnection connection(front.port());
  connection.send(raw_request("GET", "/1") + raw_request("GET", "/wait") +
                  raw_request("GET", "/2"));
  EXPECT_EQ(connection.receive().body, "GET /1 0");
  connection.send(raw_request("GET", "/3"));
  ASSERT_TRUE(comes_true([&] { return waiting.begun() == 1; }));
  waiting.fulfil();
  EXPECT_EQ(connection.receive().body, "at last");
  EXPECT_EQ(connection.receive().body, "GET /2 0");
  EXPECT_EQ(connection.receive().body, "GET /3 0");
}

TEST(Later, AnswersOtherwiseAtTheDeadline) {
  Waiting waiting(1ms);
  Front front({}, waiting.handler());
  RawConnection connection(front.port());
  connection.send(raw_request("GET", "/wait"));
  const Reply reply = connection.receive();
  EXPECT_EQ(reply.status, 408);
  EXPECT_EQ(reply.body, "too late");
  connection.send(raw_request("GET", "/next"));
  EXPECT_EQ(connection.receive().body, "GET /next 0");
}

TEST(Later, IsDroppedWhenTheClientCloses) {
  Waiting waiting;
  Front front({}, waiting.handler());
  Connections connections = wait(front.port(), 2);
  ASSERT_TRUE(comes_true([&] { return waiting.begun() == 2; }));
  EXPECT_FALSE(waiting.all_are_gone());
  connections[0] = nullptr;
  connections[1]->reset();
  EXPECT_TRUE(comes_true([&] { return waiting.all_are_gone(); }));
}

TEST(Later, IsAnsweredOtherwiseWhenTheServerStops) {
  Waiting waiting;
  Front front({}, waiting.handler());
  const Connections connections = wait(front.port(), 10);
  ASSERT_TRUE(comes_true([&] { return waiting.begun() == 10; }));
  front.stop();
  for (const auto& connection : connections) {
    EXPECT_EQ(connection->receive().body, "too late");
    EXPECT_TRUE(connection->at_end());
  }
}

TEST(Later, MayBeFulfilledAfterTheServerIsGone) {
  std::shared_ptr<http::Later> later;
  {
    Front front({}, [&](const http::Request&) {
      http::Response response;
      response.later = std::make_shared<http::Later>(std::chrono::steady_clock::now() + 60s,
                                                     [] { return http::Response{}; });
      later = response.later;
      return response;
    });
    RawConnection connection(front.port());
    connection.send(raw_request("GET", "/"));
    front.stop();
  }
  if (later) later->fulfil({});
}

// The answer may come before the connection has begun to wait, while it does, and when the client
// has gone.
TEST(Later, IsNeverLostHoweverSoonItComes) {
  Waiting waiting;
  Front front({}, waiting.handler());
  constexpr int kClients = 4, kRequests = 100;
  std::atomic<int> answered = 0;
  std::atomic<bool> done = false;
  std::thread fulfiller([&] {
    for (size_t from = 0; !done; from = waiting.begun()) {
      // All that have come since; one that is fulfilled twice keeps the first answer.
      waiting.fulfil(from < 64 ? 0 : from - 64);
      std::this_thread::yield();
    }
  });
  std::vector<std::thread> clients;
  for (int client = 0; client < kClients; ++client) {
    clients.emplace_back([&] {
      RawConnection connection(front.port());
      for (int i = 0; i < kRequests; ++i) {
        connection.send(raw_request("GET", "/wait"));
        answered += connection.receive().body == "at last";
        RawConnection gone(front.port());
        gone.send(raw_request("GET", "/wait"));
      }
    });
  }
  for (std::thread& client : clients) client.join();
  done = true;
  fulfiller.join();
  EXPECT_EQ(answered, kClients * kRequests);
}

}  // namespace
}  // namespace irisim::test
