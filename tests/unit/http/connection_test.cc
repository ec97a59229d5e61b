// One connection over a socket pair, with the time passed in.

#include "http/connection.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "http/interpreter.h"
#include "http/later.h"
#include "http/plain_channel.h"

namespace irisim::http {
namespace {

using namespace std::chrono_literals;
using For = Connection::Wait::For;

constexpr Deadlines kDeadlines{.idle = 60s, .head = 10s, .body = 20s, .write = 30s, .stop = 5s};

class ConnectionTest : public testing::Test {
 protected:
  ConnectionTest() {
    int ends[2];
    EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends), 0);
    client_ = ends[0];
    connection_ = std::make_unique<Connection>(std::make_unique<PlainChannel>(ends[1]),
                                               options_.limits, kDeadlines);
    interpreter_ = std::make_unique<Interpreter>(handler_, refuse_, options_);
  }
  ~ConnectionTest() override { hang_up(); }

  void hang_up() {
    if (client_ >= 0) ::close(client_);
    client_ = -1;
  }
  void send(const std::string& bytes) {
    ASSERT_EQ(::send(client_, bytes.data(), bytes.size(), MSG_NOSIGNAL),
              static_cast<ssize_t>(bytes.size()));
  }
  Connection::Wait serve(bool stopping = false) {
    return connection_->serve(*interpreter_, now_, stopping);
  }
  Connection::Wait expire() { return connection_->expire(*interpreter_, now_, false); }

  // What has arrived at the client.
  std::string received() {
    std::string bytes;
    char buffer[4096];
    for (;;) {
      const ssize_t count = ::recv(client_, buffer, sizeof buffer, MSG_DONTWAIT);
      ended_ = count == 0;
      if (count <= 0) return bytes;
      bytes.append(buffer, static_cast<size_t>(count));
    }
  }

  const ListenerOptions options_;
  std::vector<std::string> targets_;  // that the handler was asked for
  Response next_{200, {}, "text/plain", "hello"};
  const Listener::Handler handler_ = [this](const Request& request) {
    targets_.push_back(request.target);
    return next_;
  };
  const Listener::Refuse refuse_ = [](int status, std::string_view) {
    return Response{status, {}, "text/plain", "refused"};
  };
  int client_ = -1;
  bool ended_ = false;
  std::unique_ptr<Connection> connection_;
  std::unique_ptr<Interpreter> interpreter_;
  SteadyTime now_{1000s};
};

std::string get(const std::string& path, const std::string& headers = "") {
  return "GET " + path + " HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n";
}

TEST_F(ConnectionTest, IsIdleUntilItsDeadline) {
  const auto wait = serve();
  EXPECT_EQ(wait.what, For::kInput);
  EXPECT_EQ(wait.deadline, now_ + kDeadlines.idle);
  EXPECT_TRUE(connection_->may_close());
  now_ = wait.deadline;
  EXPECT_EQ(expire().what, For::kNothing);
}

TEST_F(ConnectionTest, AnswersAndIsIdleAgainFromThen) {
  serve();
  now_ += 50s;
  send(get("/a"));
  const auto wait = serve();
  EXPECT_EQ(wait.what, For::kInput);
  EXPECT_EQ(wait.deadline, now_ + kDeadlines.idle);
  const std::string answer = received();
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n")) << answer;
  EXPECT_TRUE(answer.ends_with("\r\n\r\nhello")) << answer;
  EXPECT_FALSE(ended_);
}

TEST_F(ConnectionTest, GivesAHeadNoMoreTimeForEachByte) {
  serve();
  now_ += 5s;
  const SteadyTime start = now_;
  for (const char c : std::string("GET /")) {
    send(std::string(1, c));
    EXPECT_EQ(serve().deadline, start + kDeadlines.head);
    EXPECT_FALSE(connection_->may_close());
    now_ += 1s;
  }
  now_ = start + kDeadlines.head;
  const auto wait = expire();
  EXPECT_EQ(wait.what, For::kInput);  // for the client's end
  EXPECT_TRUE(received().starts_with("HTTP/1.1 408 "));
  EXPECT_TRUE(ended_);
}

TEST_F(ConnectionTest, GivesEmptyLinesNoMoreTimeThanSilence) {
  const SteadyTime start = now_;
  serve();
  for (int i = 0; i < 2; ++i) {
    now_ += 10s;
    send("\r\n");
    EXPECT_EQ(serve().deadline, start + kDeadlines.idle);
  }
}

TEST_F(ConnectionTest, GivesABodyATimeOfItsOwn) {
  send("POST /a HTTP/1.1\r\nContent-Length: 2\r\n\r\n");
  EXPECT_EQ(serve().deadline, now_ + kDeadlines.body);
  const SteadyTime start = now_;
  now_ += 19s;
  send("a");
  EXPECT_EQ(serve().deadline, start + kDeadlines.body);
  now_ += 1s;
  expire();
  EXPECT_TRUE(received().starts_with("HTTP/1.1 408 "));
  EXPECT_TRUE(targets_.empty());
}

TEST_F(ConnectionTest, KeepsADeadlineThatWasMovedMeanwhile) {
  serve();
  now_ += 50s;
  send(get("/a"));
  const auto wait = serve();
  now_ += 10s;  // the first idle deadline, noticed too late
  const auto again = expire();
  EXPECT_EQ(again.what, For::kInput);
  EXPECT_EQ(again.deadline, wait.deadline);
}

TEST_F(ConnectionTest, AnswersPipelinedRequestsInTheirOrder) {
  std::string requests;
  for (int i = 0; i < 20; ++i) requests += get("/" + std::to_string(i));
  send(requests);
  EXPECT_EQ(serve().what, For::kInput);
  ASSERT_EQ(targets_.size(), 20u);
  for (int i = 0; i < 20; ++i) EXPECT_EQ(targets_[i], "/" + std::to_string(i));
}

TEST_F(ConnectionTest, GivesWayToOthersAfterManyPipelinedRequests) {
  std::string requests;
  for (int i = 0; i < 50; ++i) requests += get("/a");
  send(requests);
  EXPECT_EQ(serve().what, For::kOutput);
  EXPECT_EQ(targets_.size(), 32u);
  EXPECT_EQ(serve().what, For::kInput);
  EXPECT_EQ(targets_.size(), 50u);
}

TEST_F(ConnectionTest, AnswersAClientThatHasClosedItsHalf) {
  send(get("/a") + get("/b"));
  ::shutdown(client_, SHUT_WR);
  EXPECT_EQ(serve().what, For::kNothing);
  EXPECT_EQ(targets_, (std::vector<std::string>{"/a", "/b"}));
}

TEST_F(ConnectionTest, EndsWithAClientThatStopsWithinARequest) {
  send("GET /a HT");
  ::shutdown(client_, SHUT_WR);
  EXPECT_EQ(serve().what, For::kNothing);
  EXPECT_TRUE(targets_.empty());
}

TEST_F(ConnectionTest, AnswersNothingAfterARefusal) {
  send(get("/a") + "BREW /b HTTP/1.1\r\n\r\n" + get("/c"));
  const auto wait = serve();
  EXPECT_EQ(wait.what, For::kInput);
  EXPECT_LT(wait.deadline, now_ + kDeadlines.head);
  EXPECT_EQ(targets_, (std::vector<std::string>{"/a"}));
  const std::string answers = received();
  EXPECT_NE(answers.find("HTTP/1.1 501 "), std::string::npos);
  EXPECT_TRUE(answers.ends_with("refused"));
  EXPECT_TRUE(ended_);
  send(get("/d"));  // thrown away
  EXPECT_EQ(serve().what, For::kInput);
  EXPECT_EQ(targets_.size(), 1u);
  hang_up();
  EXPECT_EQ(serve().what, For::kNothing);
}

TEST_F(ConnectionTest, DoesNotDrainWithoutEnd) {
  send("BREW / HTTP/1.1\r\n\r\n");
  now_ = serve().deadline;
  EXPECT_EQ(expire().what, For::kNothing);
}

// Closing at once, with bytes unread, would reset the connection and could lose the answer.
TEST_F(ConnectionTest, ReadsOnAfterTheLastAnswerUntilTheClientIsDone) {
  send(get("/a", "Connection: close\r\n") + get("/b"));
  EXPECT_EQ(serve().what, For::kInput);
  EXPECT_TRUE(received().ends_with("hello"));
  EXPECT_TRUE(ended_);
  EXPECT_EQ(targets_, (std::vector<std::string>{"/a"}));
  hang_up();
  EXPECT_EQ(serve().what, For::kNothing);
}

TEST_F(ConnectionTest, PausesBeforeADelayedAnswer) {
  next_.fault.delay = 700ms;
  send(get("/a"));
  const auto wait = serve();
  EXPECT_EQ(wait.what, For::kTime);
  EXPECT_EQ(wait.deadline, now_ + 700ms);
  EXPECT_FALSE(connection_->may_close());
  now_ += 699ms;
  EXPECT_EQ(expire().what, For::kTime);  // too early
  EXPECT_EQ(received(), "");
  now_ += 1ms;
  EXPECT_EQ(expire().what, For::kInput);
  EXPECT_TRUE(received().ends_with("hello"));
}

TEST_F(ConnectionTest, AnswersTheNextRequestOnlyAfterADelayedOne) {
  next_.fault.delay = 100ms;
  send(get("/a") + get("/b"));
  EXPECT_EQ(serve().what, For::kTime);
  EXPECT_EQ(targets_.size(), 1u);
  now_ += 100ms;
  EXPECT_EQ(expire().what, For::kTime);
  EXPECT_EQ(targets_.size(), 2u);
}

TEST_F(ConnectionTest, DribblesPieceByPiece) {
  next_.fault = {.kind = WireFault::Kind::kDribble, .pause = 50ms};
  send(get("/a"));
  std::string answer;
  auto wait = serve();
  int pauses = 0;
  for (; wait.what == For::kTime; ++pauses) {
    EXPECT_EQ(wait.deadline, now_ + 50ms);
    const std::string piece = received();
    EXPECT_FALSE(piece.empty());
    answer += piece;
    now_ = wait.deadline;
    wait = expire();
  }
  EXPECT_EQ(wait.what, For::kInput);
  EXPECT_GT(pauses, 5);
  answer += received();
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n"));
  EXPECT_TRUE(answer.ends_with("\r\n\r\nhello"));
}

TEST_F(ConnectionTest, EndsAPauseWhenTheClientIsGone) {
  next_.fault.delay = 10s;
  send(get("/a"));
  serve();
  EXPECT_EQ(serve().what, For::kNothing);  // only the client's end wakes it
}

TEST_F(ConnectionTest, HangsUntilTheClientGivesUp) {
  next_.fault.kind = WireFault::Kind::kHang;
  send(get("/a"));
  EXPECT_EQ(serve().what, For::kInput);
  EXPECT_TRUE(connection_->may_close());
  send(get("/b"));
  EXPECT_EQ(serve().what, For::kInput);
  EXPECT_EQ(received(), "");
  EXPECT_FALSE(ended_);
  EXPECT_EQ(targets_.size(), 1u);
  hang_up();
  EXPECT_EQ(serve().what, For::kNothing);
}

TEST_F(ConnectionTest, WaitsForAClientThatDoesNotRead) {
  next_.body = std::string(1'000'000, 'x');
  send(get("/a"));
  auto wait = serve();
  EXPECT_EQ(wait.what, For::kOutput);
  EXPECT_EQ(wait.deadline, now_ + kDeadlines.write);
  size_t size = 0;
  for (int turns = 0; wait.what == For::kOutput && turns < 10'000; ++turns) {
    now_ += 29s;  // each byte that is taken gives it more time
    size += received().size();
    wait = serve();
    if (wait.what == For::kOutput) {
      EXPECT_EQ(wait.deadline, now_ + kDeadlines.write);
    }
  }
  size += received().size();
  EXPECT_GT(size, 1'000'000u);
  EXPECT_EQ(wait.what, For::kInput);
}

TEST_F(ConnectionTest, GivesUpAClientThatDoesNotRead) {
  next_.body = std::string(1'000'000, 'x');
  send(get("/a"));
  now_ = serve().deadline;
  EXPECT_EQ(expire().what, For::kNothing);
}

TEST_F(ConnectionTest, TellsAClientToSendItsBody) {
  send("POST /a HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n");
  EXPECT_EQ(serve().deadline, now_ + kDeadlines.body);
  EXPECT_EQ(received(), "HTTP/1.1 100 Continue\r\n\r\n");
  send("a");
  serve();
  EXPECT_TRUE(received().starts_with("HTTP/1.1 200 OK\r\n"));
}

TEST_F(ConnectionTest, FinishesTheRequestInFlightWhenStopped) {
  send("GET /a HT");
  serve();
  EXPECT_FALSE(connection_->may_close());
  send("TP/1.1\r\n\r\n" + get("/b"));
  serve(true);
  EXPECT_TRUE(received().ends_with("hello"));
  EXPECT_TRUE(ended_);
  EXPECT_EQ(targets_, (std::vector<std::string>{"/a"}));
}

TEST_F(ConnectionTest, IsOverAfterAnAnswerThatWasBegunBeforeTheStop) {
  next_.fault.delay = 100ms;
  send(get("/a"));
  serve();
  now_ += 100ms;
  EXPECT_EQ(connection_->expire(*interpreter_, now_, true).what, For::kNothing);
  EXPECT_TRUE(received().ends_with("hello"));
}

TEST_F(ConnectionTest, DoesNotBeginToHangWhenStopped) {
  next_.fault.kind = WireFault::Kind::kHang;
  send(get("/a"));
  EXPECT_EQ(serve(true).what, For::kNothing);
}

class LaterTest : public ConnectionTest {
 protected:
  // Has the next request wait five seconds for its answer.
  void await() {
    next_.later = std::make_shared<Later>(now_ + 5s, [this] {
      ++given_up_;
      return Response{408, {}, "text/plain", "too late"};
    });
    later_ = next_.later;
  }
  // Begins to wait, and leaves the Later to the connection alone.
  Connection::Wait begin(const std::string& requests) {
    await();
    send(requests);
    const auto wait = serve();
    next_.later = nullptr;
    return wait;
  }
  void fulfil(const std::string& body) { later_.lock()->fulfil({200, {}, "text/plain", body}); }

  std::weak_ptr<Later> later_;
  int given_up_ = 0;
};

TEST_F(LaterTest, WaitsUntilTheAnswerIsThere) {
  const auto wait = begin(get("/a"));
  EXPECT_EQ(wait.what, For::kAnswer);
  EXPECT_EQ(wait.deadline, now_ + 5s);
  EXPECT_TRUE(connection_->awaits_answer());
  EXPECT_FALSE(connection_->may_close());
  EXPECT_EQ(expire().what, For::kAnswer);  // too early
  EXPECT_EQ(received(), "");
  fulfil("at last");
  EXPECT_EQ(expire().what, For::kInput);
  const std::string answer = received();
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\n")) << answer;
  EXPECT_TRUE(answer.ends_with("\r\n\r\nat last")) << answer;
  EXPECT_FALSE(connection_->awaits_answer());
  EXPECT_EQ(given_up_, 0);
  EXPECT_TRUE(later_.expired());
}

TEST_F(LaterTest, AnswersTheNextRequestOnlyThen) {
  begin(get("/a") + get("/b"));
  EXPECT_EQ(targets_, (std::vector<std::string>{"/a"}));
  fulfil("at last");
  EXPECT_EQ(expire().what, For::kInput);
  EXPECT_EQ(targets_, (std::vector<std::string>{"/a", "/b"}));
  const std::string answers = received();
  EXPECT_LT(answers.find("at last"), answers.find("hello"));
  EXPECT_TRUE(answers.ends_with("hello"));
}

TEST_F(LaterTest, GivesUpAtTheDeadline) {
  now_ = begin(get("/a")).deadline;
  EXPECT_EQ(expire().what, For::kInput);
  EXPECT_TRUE(received().starts_with("HTTP/1.1 408 "));
  EXPECT_FALSE(ended_);  // the connection can be used again
  EXPECT_EQ(given_up_, 1);
}

TEST_F(LaterTest, SendsNoBodyToHead) {
  begin("HEAD /a HTTP/1.1\r\nHost: h\r\n\r\n");
  fulfil("at last");
  expire();
  const std::string answer = received();
  EXPECT_NE(answer.find("Content-Length: 7\r\n"), std::string::npos) << answer;
  EXPECT_TRUE(answer.ends_with("\r\n\r\n")) << answer;
}

TEST_F(LaterTest, ClosesAfterwardsWhereTheClientWishes) {
  begin(get("/a", "Connection: close\r\n"));
  fulfil("at last");
  expire();
  EXPECT_TRUE(received().ends_with("at last"));
  EXPECT_TRUE(ended_);
}

TEST_F(LaterTest, EndsWhenTheClientIsGone) {
  begin(get("/a") + get("/b"));
  hang_up();
  EXPECT_EQ(serve().what, For::kNothing);
  EXPECT_TRUE(later_.expired());
  EXPECT_EQ(given_up_, 0);
}

// A worker may have taken an event before another one came to wait.
TEST_F(LaterTest, DoesNotTakeAnEventForTheClientsEnd) {
  const SteadyTime deadline = begin(get("/a")).deadline;
  send(get("/b"));
  const auto wait = serve();
  EXPECT_EQ(wait.what, For::kAnswer);
  EXPECT_EQ(wait.deadline, deadline);
}

TEST_F(LaterTest, GivesUpAndClosesWhenStopped) {
  begin(get("/a") + get("/b"));
  connection_->expire(*interpreter_, now_, true);
  const std::string answer = received();
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 408 ")) << answer;
  EXPECT_TRUE(answer.ends_with("too late")) << answer;
  EXPECT_TRUE(ended_);
  EXPECT_EQ(targets_.size(), 1u);
}

TEST_F(LaterTest, GivesUpAtALateEventWhenStopped) {
  begin(get("/a"));
  serve(true);
  EXPECT_TRUE(received().ends_with("too late"));
  EXPECT_TRUE(ended_);
}

TEST_F(LaterTest, DoesNotBeginToWaitWhenStopped) {
  await();
  send("GET /a HT");
  serve();
  send("TP/1.1\r\n\r\n");
  serve(true);
  EXPECT_TRUE(received().ends_with("too late"));
  EXPECT_TRUE(ended_);
}

TEST_F(LaterTest, TellsOfTheAnswerUntilItIsOver) {
  begin(get("/a"));
  const std::shared_ptr<Later> later = later_.lock();
  int told = 0;
  connection_->tell_of_answer([&] { ++told; });
  EXPECT_EQ(told, 0);
  later->fulfil({});
  EXPECT_EQ(told, 1);
  connection_->tell_of_answer([&] { ++told; });
  EXPECT_EQ(told, 2);

  expire();
  begin(get("/b"));
  const std::shared_ptr<Later> other = later_.lock();
  connection_->tell_of_answer([&] { ++told; });
  connection_ = nullptr;
  other->fulfil({});
  EXPECT_EQ(told, 2);
}

TEST_F(LaterTest, TakesTheFirstAnswerOnly) {
  begin(get("/a"));
  const std::shared_ptr<Later> later = later_.lock();
  fulfil("first");
  fulfil("second");
  expire();
  fulfil("third");
  EXPECT_TRUE(received().ends_with("first"));
}

TEST_F(ConnectionTest, AnswersAHandlerThatThrowsWithARefusal) {
  const Listener::Handler broken = [](const Request&) -> Response {
    throw std::runtime_error("broken");
  };
  Interpreter interpreter(broken, refuse_, options_);
  send(get("/a"));
  connection_->serve(interpreter, now_, false);
  const std::string answer = received();
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 500 ")) << answer;
  EXPECT_TRUE(answer.ends_with("refused")) << answer;
  EXPECT_EQ(answer.find("broken"), std::string::npos) << answer;
}

}  // namespace
}  // namespace irisim::http
