// The bytes of each fault, and what becomes of the connection after them.

#include "http/wire_fault.h"

#include <gtest/gtest.h>

namespace irisim::http {
namespace {

using Kind = WireFault::Kind;
using End = Delivery::End;
using std::chrono::milliseconds;

constexpr char kHead[] =
    "HTTP/1.1 200 OK\r\nContent-Length: 10\r\nContent-Type: text/plain\r\n\r\n";
constexpr char kBody[] = "0123456789";

std::string answer() {
  return std::string(kHead) + kBody;
}

std::string bytes_of(const Delivery& delivery) {
  std::string bytes;
  for (const Delivery::Piece& piece : delivery.pieces) bytes += piece.bytes;
  return bytes;
}

struct Expected {
  Kind kind;
  std::string bytes;
  End end;  // where the client would have kept the connection
};

TEST(WireFault, DoesToTheBytesWhatItIsNamedAfter) {
  const Expected faults[] = {
      {Kind::kNone, answer(), End::kKeepAlive},
      {Kind::kEmptyReply, "", End::kClose},
      {Kind::kReset, "", End::kReset},
      {Kind::kResetInBody, std::string(kHead) + "01234", End::kReset},
      {Kind::kHalfStatusLine, "HTTP/1.", End::kClose},
      {Kind::kTruncatedBody, std::string(kHead) + "01234", End::kClose},
      {Kind::kMalformedChunk,
       "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/plain\r\n\r\n"
       "this is no size\r\n0123456789\r\n",
       End::kClose},
      {Kind::kWrongContentLength,
       "HTTP/1.1 200 OK\r\nContent-Length: 11\r\nContent-Type: text/plain\r\n\r\n0123456789",
       End::kClose},
      {Kind::kDribble, answer(), End::kKeepAlive},
      {Kind::kHang, "", End::kHang},
  };
  for (const Expected& expected : faults) {
    SCOPED_TRACE(static_cast<int>(expected.kind));
    const Delivery delivery = deliver(answer(), true, {.kind = expected.kind});
    EXPECT_EQ(bytes_of(delivery), expected.bytes);
    EXPECT_EQ(delivery.end, expected.end);
  }
}

TEST(WireFault, ClosesAfterAWholeAnswerWhenTheClientWantsIt) {
  EXPECT_EQ(deliver(answer(), false, {}).end, End::kClose);
  EXPECT_EQ(deliver(answer(), false, {.kind = Kind::kDribble}).end, End::kClose);
}

TEST(WireFault, WaitsBeforeTheFirstByteOnly) {
  for (const Kind kind : {Kind::kNone, Kind::kEmptyReply, Kind::kReset, Kind::kResetInBody,
                          Kind::kGarbage, Kind::kDribble, Kind::kHang}) {
    SCOPED_TRACE(static_cast<int>(kind));
    const Delivery delivery = deliver(answer(), true, {.kind = kind, .delay = milliseconds(70)});
    ASSERT_FALSE(delivery.pieces.empty());
    EXPECT_EQ(delivery.pieces.front().wait, milliseconds(70));
    for (size_t i = 1; i < delivery.pieces.size(); ++i)
      EXPECT_EQ(delivery.pieces[i].wait, milliseconds(0));
  }
}

TEST(WireFault, DribblesInPiecesWithPausesBetween) {
  const Delivery delivery =
      deliver(answer(), true, {.kind = Kind::kDribble, .pause = milliseconds(5)});
  ASSERT_GT(delivery.pieces.size(), 5u);
  EXPECT_EQ(delivery.pieces.front().wait, milliseconds(0));
  for (size_t i = 1; i < delivery.pieces.size(); ++i) {
    EXPECT_EQ(delivery.pieces[i].wait, milliseconds(5));
    EXPECT_FALSE(delivery.pieces[i].bytes.empty());
  }
}

TEST(WireFault, SendsTheSameGarbageForTheSameSeed) {
  const WireFault fault{.kind = Kind::kGarbage, .seed = 7};
  const std::string garbage = bytes_of(deliver(answer(), true, fault));
  EXPECT_EQ(garbage.size(), 512u);
  EXPECT_FALSE(garbage.starts_with("HTTP/"));
  EXPECT_EQ(garbage, bytes_of(deliver("", true, fault)));
  EXPECT_NE(garbage, bytes_of(deliver(answer(), true, {.kind = Kind::kGarbage, .seed = 8})));
  EXPECT_EQ(deliver(answer(), true, fault).end, End::kClose);
}

TEST(WireFault, ToAnAnswerWithoutABodyStillEndsTheConnection) {
  const std::string empty = "HTTP/1.1 204 No Content\r\n\r\n";
  EXPECT_EQ(bytes_of(deliver(empty, true, {.kind = Kind::kTruncatedBody})), empty);
  EXPECT_EQ(deliver(empty, true, {.kind = Kind::kTruncatedBody}).end, End::kClose);
  EXPECT_EQ(deliver(empty, true, {.kind = Kind::kResetInBody}).end, End::kReset);
}

// A body may hold the very text of a header.
TEST(WireFault, LeavesTheBodyAloneWhenItChangesTheLength) {
  const std::string text =
      "HTTP/1.1 200 OK\r\nA: b\r\n\r\nContent-Length: 3\r\n\r\nContent-Length: 4\r\n";
  EXPECT_EQ(bytes_of(deliver(text, true, {.kind = Kind::kWrongContentLength})), text);
}

}  // namespace
}  // namespace irisim::http
