// Many clients at once, and the end of the listener.

#include <atomic>

#include <gtest/gtest.h>

#include "tests/support/front.h"
#include "tests/support/raw_connection.h"

namespace irisim::test {
namespace {

using Connections = std::vector<std::unique_ptr<RawConnection>>;

Connections connect(int port, int count) {
  Connections connections;
  for (int i = 0; i < count; ++i) connections.push_back(std::make_unique<RawConnection>(port));
  return connections;
}

TEST(Crowd, OfIdleConnectionsKeepsNobodyWaiting) {
  Front front;
  const size_t files = open_files();
  {
    Connections idle = connect(front.port(), 1000);
    for (const auto& connection : idle) {
      connection->send(raw_request("GET", "/first"));
      ASSERT_EQ(connection->receive().body, "GET /first 0");
    }
    RawConnection other(front.port());
    for (int i = 0; i < 100; ++i) {
      other.send(raw_request("GET", "/" + std::to_string(i)));
      EXPECT_EQ(other.receive().body, "GET /" + std::to_string(i) + " 0");
    }
    for (const auto& connection : idle) {
      connection->send(raw_request("GET", "/again"));
      ASSERT_EQ(connection->receive().body, "GET /again 0");
    }
  }
  EXPECT_TRUE(comes_true([&] { return open_files() == files; }));
}

TEST(Crowd, OfSimultaneousConnectsIsAnsweredWhole) {
  Front front;
  constexpr int kThreads = 8, kEach = 125;
  std::atomic<int> answered = 0;
  std::vector<std::thread> threads;
  for (int thread = 0; thread < kThreads; ++thread) {
    threads.emplace_back([&] {
      const Connections connections = connect(front.port(), kEach);
      for (const auto& connection : connections) connection->send(raw_request("GET", "/"));
      for (const auto& connection : connections) answered += connection->receive().status == 200;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(answered, kThreads * kEach);
}

TEST(Stop, ClosesIdleConnectionsAndTakesNoMore) {
  Front front;
  RawConnection idle(front.port()), used(front.port());
  used.send(raw_request("GET", "/"));
  EXPECT_EQ(used.receive().status, 200);
  const int port = front.port();
  front.stop();
  EXPECT_EQ(idle.read_to_end().end, RawConnection::End::kClosed);
  EXPECT_EQ(used.read_to_end().end, RawConnection::End::kClosed);
  EXPECT_FALSE(RawConnection(port).connected());
}

TEST(Stop, LetsWhatIsInFlightFinish) {
  std::atomic<bool> begun = false, stopped = false;
  Front front({}, [&](const http::Request&) {
    begun = true;
    comes_true([&] { return stopped.load(); });
    return http::Response{200, {}, "text/plain", "finished"};
  });
  RawConnection connection(front.port());
  connection.send(raw_request("GET", "/"));
  ASSERT_TRUE(comes_true([&] { return begun.load(); }));
  std::thread stopper([&] { front.stop(); });
  EXPECT_TRUE(comes_true([&] { return !RawConnection(front.port()).connected(); }));
  stopped = true;
  EXPECT_EQ(connection.receive().body, "finished");
  EXPECT_EQ(connection.read_to_end().end, RawConnection::End::kClosed);
  stopper.join();
}

TEST(Stop, MayComeBeforeTheStart) {
  for (int i = 0; i < 20; ++i) {
    Front front;
    front.stop();  // often before its thread runs
  }
  http::ListenerOptions options;
  options.port = 0;
  auto listener = http::Listener::bind(options, Front::echo, [](int status, std::string_view) {
    return http::Response{status, {}, {}, {}};
  });
  ASSERT_TRUE(listener.ok());
  (*listener)->stop();
  (*listener)->run();  // returns
}

TEST(Bind, RefusesAPortThatIsTaken) {
  Front front;
  http::ListenerOptions options;
  options.port = front.port();
  const auto second = http::Listener::bind(options, Front::echo, [](int status, std::string_view) {
    return http::Response{status, {}, {}, {}};
  });
  ASSERT_FALSE(second.ok());
  EXPECT_NE(second.error().message.find(std::to_string(front.port())), std::string::npos);
}

}  // namespace
}  // namespace irisim::test
