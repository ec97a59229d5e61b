// Clients that mean harm, or only speak badly: each is answered as it deserves, and none keeps
// another from being answered.

#include <gtest/gtest.h>

#include "tests/support/front.h"
#include "tests/support/portins.h"
#include "tests/support/raw_connection.h"

namespace irisim::test {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;
using End = RawConnection::End;

constexpr size_t kMaxBody = 1024 * 1024;

// What the client does when it has sent its bytes.
enum class Then {
  kRead,       // reads its answers
  kHalfClose,  // tells that it has no more, and reads
  kReset,      // resets the connection
};

struct Exchange {
  std::string name;
  std::vector<std::string> pieces;  // of what is sent
  std::vector<int> statuses;        // of the answers
  End end;                          // kNone: the connection takes another request
  Then then = Then::kRead;
};

std::string post(const std::string& headers, const std::string& body = "") {
  return "POST /a HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n" + body;
}

std::string get(const std::string& target = "/a", const std::string& headers = "") {
  return "GET " + target + " HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n";
}

std::string chunked(const std::string& body) {
  return post("Transfer-Encoding: chunked\r\n", body);
}

std::vector<std::string> bytes_of(const std::string& text) {
  std::vector<std::string> bytes;
  for (const char c : text) bytes.emplace_back(1, c);
  return bytes;
}

std::string repeated(const std::string& text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

std::string of_length(const std::string& body) {
  return post("Content-Length: " + std::to_string(body.size()) + "\r\n", body);
}

std::string with_parts(const std::string& body) {
  return post("Content-Type: multipart/form-data; boundary=b\r\nContent-Length: " +
                  std::to_string(body.size()) + "\r\n",
              body);
}

std::string chunk(const std::string& data) {
  char size[16];
  std::snprintf(size, sizeof size, "%zx", data.size());
  return size + "\r\n"s + data + "\r\n";
}

std::vector<Exchange> exchanges() {
  const std::string nested = repeated("<a>", 10'000) + repeated("</a>", 10'000);
  const std::string ranges = "Range: bytes=0-0" + repeated(",1-1", 4'000) + "\r\n";
  const std::string smuggled = get("/smuggled");
  return {
      // Two readers could see the next request at two places.
      {"length and chunked",
       {post("Content-Length: 6\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\nG")},
       {400},
       End::kClosed},
      {"chunked and length",
       {post("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "0\r\n\r\n" + smuggled)},
       {400},
       End::kClosed},
      {"two lengths",
       {post("Content-Length: 0\r\nContent-Length: 9\r\n", smuggled)},
       {400},
       End::kClosed},
      {"the same length twice",
       {post("Content-Length: 1\r\nContent-Length: 1\r\n", "a")},
       {400},
       End::kClosed},
      {"a list of lengths", {post("Content-Length: 5, 5\r\n", "abcde")}, {400}, End::kClosed},
      {"a length with a plus", {post("Content-Length: +5\r\n", "abcde")}, {400}, End::kClosed},
      {"a negative length", {post("Content-Length: -1\r\n", smuggled)}, {400}, End::kClosed},
      {"a hexadecimal length", {post("Content-Length: 0x5\r\n", "abcde")}, {400}, End::kClosed},
      {"a blank before the colon",
       {post("Transfer-Encoding : chunked\r\n", "0\r\n\r\n")},
       {400},
       End::kClosed},
      {"a folded coding",
       {post("Transfer-Encoding:\r\n chunked\r\n", "0\r\n\r\n")},
       {501},
       End::kClosed},
      {"chunked after a vertical tab",
       {post("Transfer-Encoding: \vchunked\r\n", "0\r\n\r\n")},
       {400},
       End::kClosed},
      {"chunked twice",
       {post("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n")},
       {501},
       End::kClosed},
      {"chunked, then identity",
       {post("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", "0\r\n\r\n")},
       {400},
       End::kClosed},
      {"something like chunked",
       {post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n")},
       {501},
       End::kClosed},
      {"chunked in HTTP/1.0",
       {"POST /a HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
       {400},
       End::kClosed},
      {"a GET with a request for a body",
       {get("/a", "Content-Length: " + std::to_string(smuggled.size()) + "\r\n") + smuggled},
       {200},
       End::kNone},
      {"a header without CR", {"GET /a HTTP/1.1\r\nHost: h\nA: b\r\n\r\n"}, {400}, End::kClosed},
      {"only line feeds", {"GET /a HTTP/1.1\nHost: h\n\n"}, {400}, End::kClosed},
      {"a CR within a value", {get("/a", "A: b\rC: d\r\n")}, {400}, End::kClosed},
      {"a folded line", {get("/a", "A: b\r\n\tc\r\n")}, {400}, End::kClosed},
      {"NUL in a value", {get("/a", "A: b\0c\r\n"s)}, {400}, End::kClosed},
      {"NUL in the target", {"GET /a\0b HTTP/1.1\r\nHost: h\r\n\r\n"s}, {400}, End::kClosed},
      {"two hosts", {get("/a", "Host: i\r\n")}, {400}, End::kClosed},
      {"a header without a colon", {get("/a", "A\r\n")}, {400}, End::kClosed},
      {"a header without a name", {get("/a", ": b\r\n")}, {400}, End::kClosed},
      // Chunks.
      {"chunks split at each byte",
       bytes_of(chunked("3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nA: b\r\n\r\n")),
       {200},
       End::kNone},
      {"a chunk size that is none", {chunked("g\r\n")}, {400}, End::kClosed},
      {"a negative chunk size", {chunked("-1\r\na\r\n")}, {400}, End::kClosed},
      {"an empty chunk size", {chunked("\r\na\r\n")}, {400}, End::kClosed},
      {"a huge chunk size", {chunked("ffffffffffffffff\r\na\r\n")}, {400}, End::kClosed},
      {"a chunk longer than its size", {chunked("1\r\nab\r\n0\r\n\r\n")}, {400}, End::kClosed},
      {"a bare LF in an extension", {chunked("1;\n\r\na\r\n0\r\n\r\n")}, {400}, End::kClosed},
      {"an endless extension", {chunked("1;" + std::string(10'000, 'x'))}, {400}, End::kClosed},
      {"a thousand trailers",
       {chunked("0\r\n" + repeated("A: b\r\n", 1000) + "\r\n")},
       {431},
       End::kClosed},
      {"an endless trailer", {chunked("0\r\n" + std::string(10'000, 'x'))}, {431}, End::kClosed},
      {"50,000 chunks of a byte",
       {chunked(repeated("1\r\na\r\n", 50'000) + "0\r\n\r\n")},
       {200},
       End::kNone},
      // Too large.
      {"an endless request line", {"GET /" + std::string(100'000, 'a')}, {414}, End::kClosed},
      {"a path of 8,000 characters", {get("/" + std::string(7'999, 'a'))}, {200}, End::kNone},
      {"a path of 8,000 segments", {get(repeated("/", 8'000))}, {200}, End::kNone},
      {"a request line above 8 KB", {get("/" + std::string(8'192, 'a'))}, {414}, End::kClosed},
      {"101 headers",
       {"GET /a HTTP/1.1\r\n" + repeated("A: b\r\n", 101) + "\r\n"},
       {431},
       End::kClosed},
      {"a head above 64 KB",
       {get("/a", "A: " + std::string(70'000, 'a') + "\r\n")},
       {431},
       End::kClosed},
      {"an endless head",
       {"GET /a HTTP/1.1\r\nA: " + std::string(300'000, 'a')},
       {431},
       End::kClosed},
      {"4,000 ranges", {get("/a", ranges)}, {200}, End::kNone},
      {"a range that is none", {get("/a", "Range: bytes=9-1,x\r\n")}, {200}, End::kNone},
      {"10,000 nested elements", {of_length(nested)}, {200}, End::kNone},
      {"a body at the limit", {of_length(std::string(kMaxBody, 'x'))}, {200}, End::kNone},
      {"a body above the limit by length",
       {of_length(std::string(kMaxBody + 1, 'x'))},
       {413},
       End::kClosed},
      {"a length above the limit",
       {post("Content-Length: 99999999999999999999\r\n")},
       {413},
       End::kClosed},
      {"a body above the limit in chunks",
       {chunked(chunk(std::string(kMaxBody, 'x')) + "1\r\nx\r\n0\r\n\r\n")},
       {413},
       End::kClosed},
      {"a large form",
       {post("Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n",
             std::string(100'000, 'x'))},
       {200},
       End::kNone},
      {"a part without an end", {with_parts("--b\r\n")}, {400}, End::kNone},
      {"a part with an endless header",
       {with_parts("--b\r\nContent-Disposition: form-data; name=\"" + std::string(100'000, 'n') +
                   "\"\r\n\r\nx\r\n--b--\r\n")},
       {400},
       End::kNone},
      {"a part whose name could exhaust the stack",
       {with_parts("--b\r\nContent-Disposition: form-data; name=\"" + std::string(8'000, 'n') +
                   "\"\r\n\r\nx\r\n--b--\r\n")},
       {200},
       End::kNone},
      {"a gzip body",
       {post("Content-Encoding: gzip\r\nContent-Length: 4\r\n", "\x1f\x8b\x08\x00"s)},
       {415},
       End::kClosed},
      {"a brotli body",
       {post("Content-Encoding: br\r\nContent-Length: 1\r\n", "a")},
       {415},
       End::kClosed},
      {"another expectation",
       {post("Expect: 200-ok\r\nContent-Length: 1\r\n", "a")},
       {417},
       End::kClosed},
      {"too large after an expectation",
       {post("Expect: 100-continue\r\nContent-Length: 9999999\r\n")},
       {413},
       End::kClosed},
      // No HTTP/1.1.
      {"garbage", {"\x80\x81\x82\xff\r\n\r\n"}, {400}, End::kClosed},
      {"a TLS handshake",
       {"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"s},
       {},
       End::kClosed,
       Then::kHalfClose},
      {"HTTP/2", {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"}, {505}, End::kClosed},
      {"HTTP/0.9", {"GET /a\r\n\r\n"}, {400}, End::kClosed},
      {"HTTP/1.0", {"GET /a HTTP/1.0\r\n\r\n"}, {200}, End::kClosed},
      {"an unknown method", {"BREW /a HTTP/1.1\r\nHost: h\r\n\r\n"}, {501}, End::kClosed},
      {"CONNECT", {"CONNECT h:443 HTTP/1.1\r\nHost: h\r\n\r\n"}, {501}, End::kClosed},
      {"a blank in the target", {get("/a b")}, {400}, End::kClosed},
      // Ends of connections.
      {"Connection: Close", {get("/a", "Connection: Close\r\n")}, {200}, End::kClosed},
      {"more after Connection: close",
       {get("/a", "Connection: close\r\n") + get("/b")},
       {200},
       End::kClosed},
      {"a half-close after the request", {get()}, {200}, End::kClosed, Then::kHalfClose},
      {"a half-close after three requests",
       {get() + get() + get()},
       {200, 200, 200},
       End::kClosed,
       Then::kHalfClose},
      {"a half-close within the head",
       {"GET /a HTTP/1.1\r\nHo"},
       {},
       End::kClosed,
       Then::kHalfClose},
      {"a half-close within the body",
       {post("Content-Length: 9\r\n", "abc")},
       {},
       End::kClosed,
       Then::kHalfClose},
      {"a half-close at once", {}, {}, End::kClosed, Then::kHalfClose},
      {"a reset within the head", {"GET /a HTTP/1.1\r\nHo"}, {}, End::kReset, Then::kReset},
      {"a reset within the body",
       {post("Content-Length: 9\r\n", "abc")},
       {},
       End::kReset,
       Then::kReset},
      {"a reset after the request", {get()}, {}, End::kReset, Then::kReset},
      {"a reset at once", {}, {}, End::kReset, Then::kReset},
      // Many at once, or in odd pieces.
      {"a request split at each byte", bytes_of(of_length("abc")), {200}, End::kNone},
      {"100 pipelined requests", {repeated(get(), 100)}, std::vector<int>(100, 200), End::kNone},
      {"pipelined requests, the third refused",
       {get() + get() + "X\r\n\r\n" + get()},
       {200, 200, 400},
       End::kClosed},
      {"a thousand empty lines", {repeated("\r\n", 1000) + get()}, {400}, End::kClosed},
      {"a request cut in its line end",
       {"GET /a HTTP/1.1\r", "\nHost: h\r", "\n\r", "\n"},
       {200},
       End::kNone},
  };
}

// Reads the answers and the end; where there is none, the connection must still be of use.
void expect_answers(RawConnection& connection, const Exchange& exchange) {
  for (const int status : exchange.statuses) EXPECT_EQ(connection.receive().status, status);
  if (exchange.end == End::kNone) {
    connection.send(get("/next"));
    EXPECT_EQ(connection.receive().body, "GET /next 0");
    return;
  }
  const RawConnection::Rest rest = connection.read_to_end();
  EXPECT_EQ(rest.bytes, "");
  EXPECT_EQ(rest.end, exchange.end);
}

TEST(HostileClients, AreAnsweredAsTheyDeserveAndHinderNobody) {
  Front front([](http::ListenerOptions& options) { options.limits.body = kMaxBody; });
  RawConnection other(front.port());
  const auto expect_answer_to_other = [&] {
    other.send(get("/other"));
    EXPECT_EQ(other.receive().body, "GET /other 0");
  };
  expect_answer_to_other();

  size_t files = 0, memory = 0;
  const std::vector<Exchange> all = exchanges();
  EXPECT_GE(all.size(), 60u);
  for (int round = 0; round < 3; ++round) {
    for (const Exchange& exchange : all) {
      SCOPED_TRACE(exchange.name);
      RawConnection connection(front.port());
      ASSERT_TRUE(connection.connected());
      for (const std::string& piece : exchange.pieces) connection.send(piece);
      if (exchange.then == Then::kHalfClose) connection.end_output();
      if (exchange.then == Then::kReset) {
        connection.reset();
      } else {
        expect_answers(connection, exchange);
      }
      expect_answer_to_other();
    }
    if (round == 0) {
      files = open_files();
      memory = resident_memory();
    }
  }
  // What the first round left is what there always is.
  EXPECT_TRUE(comes_true([&] { return open_files() <= files; })) << open_files() << " " << files;
#ifdef IRISIM_SANITIZED
  static_cast<void>(memory);  // a sanitizer holds freed memory back
#else
  EXPECT_LT(resident_memory(), memory + 16 * 1024 * 1024);
#endif
}

TEST(HostileClients, GetOnlySoMuchTime) {
  Front front([](http::ListenerOptions& options) {
    options.deadlines = {.idle = 100ms, .head = 100ms, .body = 100ms, .write = 100ms, .stop = 5s};
  });
  struct {
    const char* name;
    std::string bytes;
    int status;  // 0: none
  } const samples[] = {
      {"silence", "", 0},
      {"a part of a head", "GET /a HTTP/1.1\r\nHost", 408},
      {"a part of a body", post("Content-Length: 9\r\n", "abc"), 408},
      {"a part of a chunk", chunked("9\r\nabc"), 408},
      {"empty lines", "\r\n\r\n", 0},
  };
  for (const auto& sample : samples) {
    SCOPED_TRACE(sample.name);
    RawConnection connection(front.port());
    connection.send(sample.bytes);
    if (sample.status != 0) {
      EXPECT_EQ(connection.receive().status, sample.status);
    }
    EXPECT_EQ(connection.read_to_end().end, End::kClosed);
  }
}

TEST(HostileClients, ThatDoNotReadAreGivenUp) {
  Front front([](http::ListenerOptions& options) { options.deadlines.write = 100ms; },
              [](const http::Request&) {
                return http::Response{200, {}, "text/plain", std::string(32 << 20, 'x')};
              });
  const size_t files = open_files();
  RawConnection connection(front.port());
  ASSERT_TRUE(comes_true([&] { return open_files() == files + 2; }));
  connection.send(get());
  EXPECT_TRUE(comes_true([&] { return open_files() == files + 1; }));
}

TEST(HostileClients, MeetTheSimulatorWithDeepAndLongDocuments) {
  Server server;
  const std::string bodies[] = {
      repeated("<a>", 10'000) + repeated("</a>", 10'000),
      repeated("<a>", 100'000),
      "<LnpOrder>" + repeated("<a/>", 100'000) + "</LnpOrder>",
      "<LnpOrder " + repeated("a='b' ", 1'000) + "/>",
      "<!DOCTYPE a [<!ENTITY b 'c'><!ENTITY d '&b;&b;&b;'>]><LnpOrder>&d;</LnpOrder>",
      std::string(1'000'000, '<'),
  };
  for (const std::string& body : bodies) {
    SCOPED_TRACE(body.substr(0, 30));
    RawConnection connection(server.port());
    connection.send(raw_request("POST", kPortins, "Content-Type: application/xml\r\n", body));
    EXPECT_EQ(connection.receive().status, 400);
    connection.send(raw_request("GET", kPortins + "?page=1&size=3"));
    EXPECT_EQ(connection.receive().status, 200);
  }
}

TEST(AcceptEncoding, IsHonouredForGzipAndLargeBodiesOnly) {
  const std::string large(64 * 1024 + 1, 'x'), small(64 * 1024, 'x');
  Front front({}, [&](const http::Request& request) {
    return http::Response{200, {}, "application/xml", request.target == "/large" ? large : small};
  });
  struct {
    const char *target, *accepts, *coding;
  } const samples[] = {
      {"/large", "gzip", "gzip"},     {"/large", "br, gzip", "gzip"}, {"/large", "br", ""},
      {"/large", "gzip;q=0, br", ""}, {"/large", "identity", ""},     {"/small", "gzip", ""},
      {"/small", "br, gzip", ""},
  };
  RawConnection connection(front.port());
  for (const auto& sample : samples) {
    SCOPED_TRACE(std::string(sample.target) + " " + sample.accepts);
    connection.send(get(sample.target, "Accept-Encoding: "s + sample.accepts + "\r\n"));
    const Reply reply = connection.receive();
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.header("Content-Encoding"), sample.coding);
    if (*sample.coding == 0) {
      EXPECT_EQ(reply.body, sample.target == "/large"s ? large : small);
    } else {
      EXPECT_TRUE(reply.body.starts_with("\x1f\x8b"));
      EXPECT_LT(reply.body.size(), 1000u);
    }
  }
}

}  // namespace
}  // namespace irisim::test
