// Each fault as a client sees it: which bytes, and whether the connection ends with FIN or RST.

#include <gtest/gtest.h>

#include "tests/support/front.h"
#include "tests/support/raw_connection.h"

namespace irisim::test {
namespace {

using namespace std::chrono_literals;
using End = RawConnection::End;
using Kind = http::WireFault::Kind;

constexpr char kBody[] = "0123456789";

// Answers with the fault whose number is the path; everything else as it should.
http::Response faulty(const http::Request& request) {
  http::Response response{200, {}, "text/plain", kBody};
  if (request.target.starts_with("/fault/")) {
    response.fault.kind = static_cast<Kind>(std::stoi(request.target.substr(7)));
    response.fault.pause = 1ms;
    response.fault.seed = 7;
  }
  if (request.target == "/delayed") response.fault.delay = 30ms;
  return response;
}

std::string get(Kind kind) {
  return raw_request("GET", "/fault/" + std::to_string(static_cast<int>(kind)));
}

struct Expected {
  const char* name;
  Kind kind;
  std::string start, end;  // of the bytes; both empty: there are none
  End how;
};

TEST(WireFaults, AreSeenByTheClientAsTheyAreNamed) {
  const Expected faults[] = {
      {"empty reply", Kind::kEmptyReply, "", "", End::kClosed},
      {"reset", Kind::kReset, "", "", End::kReset},
      {"reset in the body", Kind::kResetInBody, "HTTP/1.1 200 OK\r\n", "\r\n\r\n01234",
       End::kReset},
      {"half a status line", Kind::kHalfStatusLine, "HTTP/1.", "HTTP/1.", End::kClosed},
      {"truncated body", Kind::kTruncatedBody, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n",
       "\r\n\r\n01234", End::kClosed},
      {"malformed chunk", Kind::kMalformedChunk,
       "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n",
       "\r\n\r\nthis is no size\r\n0123456789\r\n", End::kClosed},
      {"wrong length", Kind::kWrongContentLength, "HTTP/1.1 200 OK\r\nContent-Length: 11\r\n",
       "\r\n\r\n0123456789", End::kClosed},
  };
  Front front({}, faulty);
  for (const Expected& expected : faults) {
    SCOPED_TRACE(expected.name);
    RawConnection connection(front.port());
    connection.send(get(expected.kind) + raw_request("GET", "/never-read"));
    const RawConnection::Rest rest = connection.read_to_end();
    EXPECT_TRUE(rest.bytes.starts_with(expected.start)) << rest.bytes;
    EXPECT_TRUE(rest.bytes.ends_with(expected.end)) << rest.bytes;
    if (expected.start.empty()) {
      EXPECT_EQ(rest.bytes, "");
    }
    EXPECT_EQ(rest.end, expected.how);
  }
}

TEST(WireFaults, SendTheSameGarbageEachTime) {
  Front front({}, faulty);
  std::string first;
  for (int i = 0; i < 2; ++i) {
    RawConnection connection(front.port());
    connection.send(get(Kind::kGarbage));
    const RawConnection::Rest rest = connection.read_to_end();
    EXPECT_EQ(rest.bytes.size(), 512u);
    EXPECT_EQ(rest.end, End::kClosed);
    if (i == 1) {
      EXPECT_EQ(rest.bytes, first);
    }
    first = rest.bytes;
  }
}

TEST(WireFaults, DribbleAWholeAnswerAndKeepTheConnection) {
  Front front({}, faulty);
  RawConnection connection(front.port());
  connection.send(get(Kind::kDribble) + raw_request("GET", "/next"));
  EXPECT_EQ(connection.receive().body, kBody);
  EXPECT_EQ(connection.receive().body, kBody);
}

// More of them than there are workers: what waits takes none.
TEST(WireFaults, DoNotKeepOthersWaiting) {
  Front front({}, faulty);
  std::vector<std::unique_ptr<RawConnection>> hanging;
  for (int i = 0; i < 50; ++i) {
    hanging.push_back(std::make_unique<RawConnection>(front.port()));
    hanging.back()->send(get(Kind::kHang));
  }
  std::vector<std::unique_ptr<RawConnection>> delayed;
  for (int i = 0; i < 50; ++i) {
    delayed.push_back(std::make_unique<RawConnection>(front.port()));
    delayed.back()->send(raw_request("GET", "/delayed"));
  }
  RawConnection other(front.port());
  other.send(raw_request("GET", "/"));
  EXPECT_EQ(other.receive().body, kBody);
  for (const auto& connection : delayed) EXPECT_EQ(connection->receive().body, kBody);
  front.stop();  // ends those that hang, and does not wait for them
  for (const auto& connection : hanging) EXPECT_EQ(connection->read_to_end().bytes, "");
}

TEST(WireFaults, AreDoneToHeadToo) {
  Front front({}, faulty);
  RawConnection connection(front.port());
  connection.send(raw_request("HEAD", "/fault/" + std::to_string(static_cast<int>(Kind::kNone))));
  const Reply reply = connection.receive(true);
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.header("Content-Length"), "10");
  connection.send(raw_request("HEAD", "/fault/" + std::to_string(static_cast<int>(Kind::kReset))));
  EXPECT_EQ(connection.read_to_end().end, End::kReset);
}

}  // namespace
}  // namespace irisim::test
