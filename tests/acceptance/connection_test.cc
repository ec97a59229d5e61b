// What happens on the wire, told by clients that write their own bytes.

#include <gtest/gtest.h>

#include "tests/support/errors.h"
#include "tests/support/portins.h"
#include "tests/support/raw_connection.h"
#include "tests/support/server.h"

namespace irisim::test {
namespace {

// Pipelined requests (sent before the answer to the one before) are not tested: cpp-httplib's stock
// server reads ahead and loses them. No HTTP client that this server is for sends them.

TEST(Connection, ServesOneRequestAfterAnother) {
  Server server;
  RawConnection connection(server.port());
  connection.send(raw_request("POST", kPortins, "", portin_request()));
  const Reply created = connection.receive();
  ASSERT_EQ(created.status, 201);
  const std::string path = kPortins + "/" + created.text("OrderId");
  connection.send(raw_request("GET", path));
  EXPECT_EQ(connection.receive().text("ProcessingStatus"), "PENDING_DOCUMENTS");
  // An error does not end it either.
  connection.send(raw_request("GET", "/nope"));
  EXPECT_EQ(connection.receive().status, 404);
  connection.send(raw_request("GET", path));
  EXPECT_EQ(connection.receive().status, 200);
}

TEST(Connection, EndsWhenTheClientAsksForIt) {
  Server server;
  RawConnection connection(server.port());
  connection.send(raw_request("GET", "/livez", "Connection: close\r\n"));
  EXPECT_EQ(connection.receive().status, 200);
  EXPECT_TRUE(connection.at_end());
}

TEST(Connection, OfHttp10EndsAfterItsAnswer) {
  Server server;
  RawConnection connection(server.port());
  connection.send("GET " + kPortins + " HTTP/1.0\r\n\r\n");
  const Reply reply = connection.receive();
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.text("TotalCount"), "0");
  EXPECT_TRUE(connection.at_end());
}

TEST(Connection, ARequestCanComeByteByByte) {
  Server server;
  RawConnection connection(server.port());
  for (const char c : raw_request("GET", kPortins)) connection.send(std::string_view(&c, 1));
  EXPECT_EQ(connection.receive().status, 200);
}

TEST(Connection, OneThatEndsInTheMiddleOfARequestDisturbsNobody) {
  Server server;
  const std::string whole = raw_request("POST", kPortins, "", portin_request());
  for (const size_t sent : {size_t{0}, size_t{3}, whole.size() / 2, whole.size() - 1}) {
    RawConnection connection(server.port());
    connection.send(std::string_view(whole).substr(0, sent));
  }
  EXPECT_EQ(server.get(kPortins).text("TotalCount"), "0");
}

TEST(Connection, GarbageIsRefusedOrClosedAndTheServerGoesOn) {
  Server server;
  for (const std::string& garbage :
       {std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\r\n\r\n", 13),
        std::string("\r\n\r\n\r\n"), std::string("GET\r\n\r\n"),
        std::string("GET / HTTP/9.9\r\n\r\n"), std::string("GET / HTTP/1.1\r\n: no name\r\n\r\n"),
        "GET / HTTP/1.1\r\nX: " + std::string(100'000, 'x') + "\r\n\r\n"}) {
    RawConnection connection(server.port());
    connection.send(garbage);
    const Reply reply = connection.receive();
    EXPECT_TRUE(reply.status == 0 || reply.status >= 400) << reply.status << " for " << garbage;
    if (reply.status != 0) expect_xml_error(reply, reply.status);
  }
  EXPECT_EQ(server.get("/livez").status, 200);
}

TEST(Connection, AnEightThousandCharacterPathIsAnswered) {
  Server server;
  std::string segments;
  while (segments.size() < 8000) segments += "/a";
  for (const std::string& path : {"/" + std::string(7999, 'a'), segments, std::string(8000, '/'),
                                  kPortins + "?status=" + std::string(7900, 'a')}) {
    RawConnection connection(server.port());
    connection.send(raw_request("GET", path));
    const Reply reply = connection.receive();
    EXPECT_TRUE(reply.status == 404 || reply.status == 414 || reply.status == 400) << reply.status;
    expect_xml_error(reply, reply.status);
  }
  EXPECT_EQ(server.get("/livez").status, 200);
}

TEST(Connection, ATargetOfAHundredThousandCharactersIsRefused) {
  Server server;
  RawConnection connection(server.port());
  connection.send(raw_request("GET", "/" + std::string(100'000, 'a')));
  const Reply reply = connection.receive();
  EXPECT_TRUE(reply.status == 0 || reply.status == 414 || reply.status == 400) << reply.status;
  EXPECT_EQ(server.get("/livez").status, 200);
}

// Ranges are no feature of this API: the answer is whole, or the request refused.
TEST(Connection, RangesDoNotCutTheAnswer) {
  Server server;
  const std::string path = kPortins + "/" + create_portin(server);
  const std::string whole = server.get(path).body;
  std::string many = "bytes=0-1";
  for (int i = 1; i < 4000; ++i) many += ",0-";
  std::string fewer = "bytes=0-1";
  for (int i = 1; i < 1500; ++i) fewer += ",0-0";
  for (const std::string& range : {std::string("bytes=0-5"), std::string("bytes=5-"),
                                   std::string("bytes=99999-"), fewer, many}) {
    RawConnection connection(server.port());
    connection.send(raw_request("GET", path, "Range: " + range + "\r\n"));
    const Reply reply = connection.receive();
    if (reply.status == 200) {
      EXPECT_EQ(reply.body, whole) << range.substr(0, 30);
    } else {
      EXPECT_TRUE(reply.status == 400 || reply.status == 416 || reply.status == 431)
          << reply.status << " for " << range.substr(0, 30);
    }
  }
  EXPECT_EQ(server.get(path).body, whole);
}

TEST(Connection, ManyIdleOnesDoNotKeepTheServerFromAnswering) {
  Server server;
  // Fewer than the workers that a server has at the least; each has had an answer and stays.
  constexpr int kIdle = 32;
  std::vector<std::unique_ptr<RawConnection>> idle;
  for (int i = 0; i < kIdle; ++i) {
    idle.push_back(std::make_unique<RawConnection>(server.port()));
    idle.back()->send(raw_request("GET", "/livez"));
    EXPECT_EQ(idle.back()->receive().status, 200);
  }
  EXPECT_EQ(server.get("/livez").status, 200);
  // Those that stay idle would hold the server's end up until they time out.
  for (const auto& connection : idle)
    connection->send(raw_request("GET", "/livez", "Connection: close\r\n"));
  for (const auto& connection : idle) EXPECT_EQ(connection->receive().status, 200);
}

TEST(Listening, NoSecondServerGetsThePort) {
  Server server;
  app::ServerOptions options;
  options.listener.port = server.port();
  options.world = default_settings();
  const auto second = app::Server::start(std::move(options));
  ASSERT_FALSE(second.ok());
  EXPECT_NE(second.error().message.find("127.0.0.1:" + std::to_string(server.port())),
            std::string::npos)
      << second.error().message;
  EXPECT_EQ(server.get("/livez").status, 200);
}

TEST(Listening, AHostThatIsNotOursIsAnError) {
  for (const std::string host : {"203.0.113.1", "256.1.1.1"}) {
    app::ServerOptions options;
    options.listener.host = host;
    options.listener.port = 0;
    options.world = default_settings();
    const auto server = app::Server::start(std::move(options));
    ASSERT_FALSE(server.ok()) << host;
    EXPECT_NE(server.error().message.find("cannot listen"), std::string::npos);
  }
}

// The test holds the server itself: it goes on after stop().
TEST(Listening, StopFinishesTheRequestInFlightAndThenCloses) {
  app::ServerOptions options;
  options.listener.port = 0;
  options.world = default_settings();
  auto server = app::Server::start(std::move(options));
  ASSERT_TRUE(server.ok());
  std::thread serving([&] { (*server)->run(); });

  RawConnection connection((*server)->port());
  const std::string body = portin_request();
  connection.send(raw_request(
      "POST", kPortins,
      "Expect: 100-continue\r\nContent-Length: " + std::to_string(body.size()) + "\r\n"));
  EXPECT_EQ(connection.receive().status, 100);  // the server has the request in its hands
  (*server)->stop();
  connection.send(body);
  EXPECT_EQ(connection.receive().status, 201);
  EXPECT_TRUE(connection.at_end());
  serving.join();
  EXPECT_FALSE(RawConnection((*server)->port()).connected());
}

TEST(Listening, StopRightAfterStartEndsTheServer) {
  constexpr int kTimes = 50;
  for (int i = 0; i < kTimes; ++i) Server server;
}

}  // namespace
}  // namespace irisim::test
