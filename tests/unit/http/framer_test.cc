// Where one request ends and the next begins, and what is refused before anybody reads it.

#include "http/framer.h"

#include <gtest/gtest.h>

namespace irisim::http {
namespace {

using State = Framer::State;

struct Cutting {
  std::vector<Frame> frames;
  State state = State::kIdle;  // in the end
  int refusal = 0;
  int continues = 0;  // how often the client was told to go on
};

void cut(Framer& framer, Cutting& cutting) {
  for (;;) {
    cutting.state = framer.advance();
    if (cutting.state == State::kComplete) {
      cutting.frames.push_back(framer.take());
    } else if (cutting.state == State::kExpectsContinue) {
      ++cutting.continues;
    } else {
      break;
    }
  }
  cutting.refusal = cutting.state == State::kRefused ? framer.refusal() : 0;
}

Cutting cut_pieces(const std::vector<std::string>& pieces, const Limits& limits = {}) {
  Framer framer(limits);
  Cutting cutting;
  for (const std::string& piece : pieces) {
    framer.feed(piece);
    cut(framer, cutting);
  }
  return cutting;
}

void expect_same(const Cutting& a, const Cutting& b) {
  EXPECT_EQ(a.state, b.state);
  EXPECT_EQ(a.refusal, b.refusal);
  ASSERT_EQ(a.frames.size(), b.frames.size());
  for (size_t i = 0; i < a.frames.size(); ++i) {
    EXPECT_EQ(a.frames[i].method, b.frames[i].method);
    EXPECT_EQ(a.frames[i].target, b.frames[i].target);
    EXPECT_EQ(a.frames[i].headers, b.frames[i].headers);
    EXPECT_EQ(a.frames[i].body, b.frames[i].body);
    EXPECT_EQ(a.frames[i].keeps_alive, b.frames[i].keeps_alive);
  }
}

// Cuts it whole, in two pieces at each place, and byte by byte; all must give the same.
Cutting cut_any_way(const std::string& bytes, const Limits& limits = {}) {
  Cutting whole = cut_pieces({bytes}, limits);
  std::vector<std::string> single;
  for (const char c : bytes) single.emplace_back(1, c);
  {
    SCOPED_TRACE("byte by byte");
    expect_same(whole, cut_pieces(single, limits));
  }
  for (size_t at = 1; at < bytes.size(); ++at) {
    SCOPED_TRACE("split at " + std::to_string(at));
    expect_same(whole, cut_pieces({bytes.substr(0, at), bytes.substr(at)}, limits));
    if (testing::Test::HasFailure()) break;
  }
  return whole;
}

std::string get(const std::string& headers) {
  return "GET /a HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n";
}

std::string post(const std::string& headers, const std::string& body) {
  return "POST /a HTTP/1.1\r\nHost: h\r\n" + headers + "\r\n" + body;
}

std::string chunked(const std::string& body) {
  return post("Transfer-Encoding: chunked\r\n", body);
}

struct Refusal {
  const char* what;
  std::string bytes;
  int status;
};

TEST(Framer, RefusesWhatTwoReadersCouldReadInTwoWays) {
  using namespace std::string_literals;
  const Refusal refusals[] = {
      {"length and chunked",
       post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400},
      {"chunked and length",
       post("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", "0\r\n\r\n"), 400},
      {"two lengths", post("Content-Length: 3\r\nContent-Length: 4\r\n", "abcd"), 400},
      {"the same length twice", post("Content-Length: 3\r\nContent-Length: 3\r\n", "abc"), 400},
      {"a list of lengths", post("Content-Length: 5,5\r\n", "abcde"), 400},
      {"a length with a plus", post("Content-Length: +5\r\n", "abcde"), 400},
      {"a negative length", post("Content-Length: -5\r\n", "abcde"), 400},
      {"a length in hexadecimal", post("Content-Length: 0x5\r\n", "abcde"), 400},
      {"a length with a fraction", post("Content-Length: 5.0\r\n", "abcde"), 400},
      {"a length with a blank in it", post("Content-Length: 1 0\r\n", "abcde"), 400},
      {"an empty length", post("Content-Length:\r\n", ""), 400},
      {"a length after a vertical tab", post("Content-Length: \v5\r\n", "abcde"), 400},
      {"a length that does not fit", post("Content-Length: 99999999999999999999999\r\n", ""), 413},
      {"2^64 as a length", post("Content-Length: 18446744073709551616\r\n", ""), 413},
      {"chunked twice", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", ""),
       400},
      {"a list that ends in chunked", post("Transfer-Encoding: gzip, chunked\r\n", ""), 501},
      {"a list of chunked", post("Transfer-Encoding: chunked, chunked\r\n", ""), 501},
      {"chunked, then identity", post("Transfer-Encoding: chunked, identity\r\n", ""), 501},
      {"identity", post("Transfer-Encoding: identity\r\n", ""), 501},
      {"something like chunked", post("Transfer-Encoding: xchunked\r\n", ""), 501},
      {"chunked in quotes", post("Transfer-Encoding: \"chunked\"\r\n", ""), 501},
      {"an empty coding", post("Transfer-Encoding:\r\n", ""), 501},
      {"chunked after a vertical tab", post("Transfer-Encoding: \vchunked\r\n", ""), 400},
      {"a blank before the colon", post("Transfer-Encoding : chunked\r\n", ""), 400},
      {"a tab before the colon", post("Content-Length\t: 3\r\n", "abc"), 400},
      {"a blank before the name", post(" Content-Length: 3\r\n", "abc"), 400},
      {"chunked in HTTP/1.0", "POST /a HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
       400},
      {"a folded line", get("A: b\r\n c\r\n"), 400},
      {"a folded line with a colon", get("A: b\r\n c: d\r\n"), 400},
      {"a line end without CR", "GET /a HTTP/1.1\nHost: h\r\n\r\n", 400},
      {"a header's end without CR", get("A: b\nC: d\r\n"), 400},
      {"a head's end without CR", "GET /a HTTP/1.1\r\nHost: h\n\n\r\n\r\n", 400},
      {"a CR within a value", get("A: b\rC: d\r\n"), 400},
      {"a CR too many", get("A: b\r\r\n"), 400},
      {"NUL within a value", get("A: b\0c\r\n"s), 400},
      {"NUL within a name", get("A\0: b\r\n"s), 400},
      {"NUL within the target", "GET /a\0b HTTP/1.1\r\n\r\n"s, 400},
      {"DEL within a value", get("A: \x7f\r\n"), 400},
      {"a header without a colon", get("A\r\n"), 400},
      {"a header without a name", get(": b\r\n"), 400},
      {"two hosts", get("Host: i\r\n"), 400},
  };
  for (const Refusal& refusal : refusals) {
    SCOPED_TRACE(refusal.what);
    const Cutting cutting = cut_any_way(refusal.bytes + get(""));
    EXPECT_EQ(cutting.refusal, refusal.status);
    EXPECT_TRUE(cutting.frames.empty());
  }
}

TEST(Framer, RefusesChunksThatAreNone) {
  using namespace std::string_literals;
  const Refusal refusals[] = {
      {"an empty size", chunked("\r\nabc\r\n0\r\n\r\n"), 400},
      {"an extension without a size", chunked(";a=b\r\n\r\n"), 400},
      {"a negative size", chunked("-1\r\na\r\n0\r\n\r\n"), 400},
      {"a size with a plus", chunked("+1\r\na\r\n0\r\n\r\n"), 400},
      {"a size with 0x", chunked("0x1\r\na\r\n0\r\n\r\n"), 400},
      {"a blank before the size", chunked(" 1\r\na\r\n0\r\n\r\n"), 400},
      {"a size that is no number", chunked("one\r\na\r\n0\r\n\r\n"), 400},
      {"two sizes", chunked("1 1\r\na\r\n0\r\n\r\n"), 400},
      {"a size of more than 32 bits", chunked("100000000\r\na"), 400},
      {"a size that wraps 64 bits", chunked("10000000000000001\r\na"), 400},
      {"a size above the limit", chunked("ffffffff\r\na"), 413},
      {"data longer than the size", chunked("1\r\nab\r\n0\r\n\r\n"), 400},
      {"data without its end", chunked("1\r\na0\r\n\r\n"), 400},
      {"a bare LF after the size", chunked("1\na\r\n0\r\n\r\n"), 400},
      {"a bare LF after the data", chunked("1\r\na\n0\r\n\r\n"), 400},
      {"a bare LF within an extension", chunked("1;a\n0\r\na\r\n0\r\n\r\n"), 400},
      {"a bare CR within an extension", chunked("1;a\rb\r\na\r\n0\r\n\r\n"), 400},
      {"NUL within an extension", chunked("1;\0\r\na\r\n0\r\n\r\n"s), 400},
      {"an endless extension", chunked("1;" + std::string(300, 'a') + "\r\na\r\n0\r\n\r\n"), 400},
      {"a bare LF within a trailer", chunked("0\r\nA: b\nC: d\r\n\r\n"), 400},
  };
  for (const Refusal& refusal : refusals) {
    SCOPED_TRACE(refusal.what);
    const Cutting cutting = cut_any_way(refusal.bytes);
    EXPECT_EQ(cutting.refusal, refusal.status);
    EXPECT_TRUE(cutting.frames.empty());
  }
}

TEST(Framer, RefusesRequestLinesThatAreNone) {
  const Refusal refusals[] = {
      {"no version", "GET /a\r\n\r\n", 400},
      {"nothing but blanks", "   \r\n\r\n", 400},
      {"two blanks", "GET  /a HTTP/1.1\r\n\r\n", 400},
      {"a blank at the end", "GET /a HTTP/1.1 \r\n\r\n", 400},
      {"a blank at the start", " GET /a HTTP/1.1\r\n\r\n", 400},
      {"a tab for a blank", "GET\t/a\tHTTP/1.1\r\n\r\n", 400},
      {"a blank in the target", "GET /a b HTTP/1.1\r\n\r\n", 400},
      {"a target that is no path", "GET a HTTP/1.1\r\n\r\n", 400},
      {"an authority for a target", "GET h:80 HTTP/1.1\r\n\r\n", 400},
      {"a scheme that is not ours", "GET ftp://h/a HTTP/1.1\r\n\r\n", 400},
      {"a method that is no token", "G(T /a HTTP/1.1\r\n\r\n", 400},
      {"a method in lower case", "get /a HTTP/1.1\r\n\r\n", 501},
      {"an unknown method", "BREW /a HTTP/1.1\r\n\r\n", 501},
      {"CONNECT", "CONNECT /a HTTP/1.1\r\n\r\n", 501},
      {"TRACE", "TRACE /a HTTP/1.1\r\n\r\n", 501},
      {"HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
      {"HTTP/0.9", "GET /a HTTP/0.9\r\n\r\n", 505},
      {"a version in lower case", "GET /a http/1.1\r\n\r\n", 400},
      {"TLS", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15), 400},
      {"a coded body", post("Content-Encoding: gzip\r\nContent-Length: 1\r\n", "a"), 415},
      {"a list of codings", post("Content-Encoding: identity, br\r\n", ""), 415},
      {"another expectation", post("Expect: 200-ok\r\n", ""), 417},
  };
  for (const Refusal& refusal : refusals) {
    SCOPED_TRACE(refusal.what);
    const Cutting cutting = cut_any_way(refusal.bytes);
    EXPECT_EQ(cutting.refusal, refusal.status);
    EXPECT_TRUE(cutting.frames.empty());
  }
}

struct Sample {
  const char* what;
  std::string bytes;
  std::string body;
};

TEST(Framer, CutsValidRequestsHoweverTheirBytesArrive) {
  const Sample samples[] = {
      {"no body", get(""), ""},
      {"a length", post("Content-Length: 5\r\n", "abcde"), "abcde"},
      {"a length of 0", post("Content-Length: 0\r\n", ""), ""},
      {"a length with zeros before it", post("Content-Length: 005\r\n", "abcde"), "abcde"},
      {"blanks around a length", post("Content-Length:\t 5 \t\r\n", "abcde"), "abcde"},
      {"no blank after the colon", post("Content-Length:5\r\n", "abcde"), "abcde"},
      {"a name in upper case", post("CONTENT-LENGTH: 5\r\n", "abcde"), "abcde"},
      {"a body of line ends", post("Content-Length: 6\r\n", "\r\n\r\n\n\n"), "\r\n\r\n\n\n"},
      {"neither length nor chunks", post("", ""), ""},
      {"a GET with a body", get("Content-Length: 3\r\n") + "abc", "abc"},
      {"chunks", chunked("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"), "abcde"},
      {"chunked in other case", post("TRANSFER-encoding:  Chunked\t\r\n", "1\r\na\r\n0\r\n\r\n"),
       "a"},
      {"sizes in both cases", chunked("A\r\n0123456789\r\na\r\n0123456789\r\n0\r\n\r\n"),
       "01234567890123456789"},
      {"sizes with zeros", chunked("0001\r\na\r\n000\r\n\r\n"), "a"},
      {"extensions", chunked("1;a=b\r\na\r\n1 ;c=\"d\"\r\nb\r\n0;e\r\n\r\n"), "ab"},
      {"trailers", chunked("1\r\na\r\n0\r\nA: b\r\nContent-Length: 9\r\n\r\n"), "a"},
      {"only the last chunk", chunked("0\r\n\r\n"), ""},
      {"line ends before the request", "\r\n\r\n" + get(""), ""},
      {"no headers", "GET /a HTTP/1.1\r\n\r\n", ""},
      {"a body said to be as it is",
       post("Content-Encoding: identity\r\nContent-Length: 1\r\n", "a"), "a"},
      {"a byte above 127 in a value", get("A: \xc3\xa4\r\n"), ""},
  };
  for (const Sample& sample : samples) {
    SCOPED_TRACE(sample.what);
    const Cutting cutting = cut_any_way(sample.bytes + get(""));
    EXPECT_EQ(cutting.refusal, 0);
    EXPECT_EQ(cutting.state, State::kIdle);
    ASSERT_EQ(cutting.frames.size(), 2u);
    EXPECT_EQ(cutting.frames[0].body, sample.body);
    EXPECT_EQ(cutting.frames[0].target, "/a");
    EXPECT_EQ(cutting.frames[1].body, "");
    EXPECT_EQ(cutting.frames[1].headers, (std::vector<Header>{{"Host", "h"}}));
  }
}

TEST(Framer, GivesTheHeadersAsTheyWereSent) {
  const Cutting cutting = cut_any_way(
      get("X-B: 100%25 + 1\r\nx-a:2\r\nRange: bytes=0-1\r\nREMOTE_ADDR: 1.2.3.4\r\nX-B:\r\n"));
  ASSERT_EQ(cutting.frames.size(), 1u);
  EXPECT_EQ(cutting.frames[0].headers, (std::vector<Header>{{"Host", "h"},
                                                            {"X-B", "100%25 + 1"},
                                                            {"x-a", "2"},
                                                            {"Range", "bytes=0-1"},
                                                            {"REMOTE_ADDR", "1.2.3.4"},
                                                            {"X-B", ""}}));
}

TEST(Framer, SaysWhatItWaitsFor) {
  const Limits limits;
  Framer framer(limits);
  EXPECT_EQ(framer.advance(), State::kIdle);
  framer.feed("\r\n");
  EXPECT_EQ(framer.advance(), State::kIdle);
  framer.feed("POST /a HTTP/1.1\r\nContent-Length: 2\r\n");
  EXPECT_EQ(framer.advance(), State::kHead);
  framer.feed("\r\n");
  EXPECT_EQ(framer.advance(), State::kBody);
  framer.feed("a");
  EXPECT_EQ(framer.advance(), State::kBody);
  framer.feed("bG");
  EXPECT_EQ(framer.advance(), State::kComplete);
  EXPECT_EQ(framer.take().body, "ab");
  EXPECT_EQ(framer.advance(), State::kHead);
}

TEST(Framer, StaysRefused) {
  const Cutting cutting = cut_pieces({"BREW /a HTTP/1.1\r\n\r\n", get(""), get("")});
  EXPECT_EQ(cutting.refusal, 501);
  EXPECT_TRUE(cutting.frames.empty());
}

TEST(Framer, TellsAClientOnceToSendItsBody) {
  const std::string head = post("Expect: 100-Continue\r\nContent-Length: 3\r\n", "");
  const Cutting waiting = cut_pieces({head, "a", "b", "c"});
  EXPECT_EQ(waiting.continues, 1);
  ASSERT_EQ(waiting.frames.size(), 1u);
  EXPECT_EQ(waiting.frames[0].body, "abc");
  EXPECT_EQ(cut_pieces({head + "abc"}).continues, 0);
  EXPECT_EQ(cut_pieces({post("Expect: 100-continue\r\n", "")}).continues, 0);
  EXPECT_EQ(cut_pieces({post("Expect: 100-continue\r\nTransfer-Encoding: chunked\r\n", ""),
                        "1\r\na\r\n", "0\r\n\r\n"})
                .continues,
            1);
  const std::string old = "POST /a HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n";
  EXPECT_EQ(cut_pieces({old, "a"}).continues, 0);
  const Cutting twice = cut_pieces({head, "abc", head, "def"});
  EXPECT_EQ(twice.continues, 2);
  EXPECT_EQ(twice.frames.size(), 2u);
}

TEST(Framer, ReducesAnAbsoluteTargetToItsPath) {
  const std::pair<std::string, std::string> targets[] = {
      {"http://h/a?b=c", "/a?b=c"},
      {"https://h:8080/a", "/a"},
      {"http://h", "/"},
      {"HTTP://h/a", "/a"},
      {"http://h?b=/c", "/?b=/c"},
      {"/http://h/a", "/http://h/a"},
      {"//h/a", "//h/a"},
      {"*", "*"},
      {"/%41%zz", "/%41%zz"},
  };
  for (const auto& [sent, target] : targets) {
    SCOPED_TRACE(sent);
    const Cutting cutting = cut_any_way("GET " + sent + " HTTP/1.1\r\n\r\n");
    ASSERT_EQ(cutting.frames.size(), 1u);
    EXPECT_EQ(cutting.frames[0].target, target);
  }
}

TEST(Framer, KnowsWhetherTheClientGoesOn) {
  struct {
    const char* version;
    const char* headers;
    bool keeps_alive;
  } const samples[] = {
      {"HTTP/1.1", "", true},
      {"HTTP/1.1", "Connection: close\r\n", false},
      {"HTTP/1.1", "connection: Close\r\n", false},
      {"HTTP/1.1", "Connection: TE, close\r\n", false},
      {"HTTP/1.1", "Connection: close, keep-alive\r\n", false},
      {"HTTP/1.1", "Connection: close\r\nConnection: TE\r\n", false},
      {"HTTP/1.1", "Connection: keep-alive\r\n", true},
      {"HTTP/1.1", "Connection: closed\r\n", true},
      {"HTTP/1.0", "", false},
      {"HTTP/1.0", "Connection: keep-alive\r\n", true},
      {"HTTP/1.0", "Connection: Keep-Alive\r\n", true},
  };
  for (const auto& sample : samples) {
    SCOPED_TRACE(std::string(sample.version) + " " + sample.headers);
    const Cutting cutting =
        cut_pieces({std::string("GET /a ") + sample.version + "\r\n" + sample.headers + "\r\n"});
    ASSERT_EQ(cutting.frames.size(), 1u);
    EXPECT_EQ(cutting.frames[0].keeps_alive, sample.keeps_alive);
  }
}

TEST(Framer, KnowsWhetherTheClientTakesGzip) {
  const std::pair<std::string, bool> samples[] = {
      {"", false},
      {"Accept-Encoding: gzip\r\n", true},
      {"Accept-Encoding: br, GZIP;q=0.5\r\n", true},
      {"Accept-Encoding: gzip;q=0\r\n", false},
      {"Accept-Encoding: gzip; q=0.000, br\r\n", false},
      {"Accept-Encoding: br\r\n", false},
      {"Accept-Encoding: gzipped\r\n", false},
      {"Accept-Encoding: gzip\r\nAccept-Encoding: br\r\n", true},
  };
  for (const auto& [headers, accepted] : samples) {
    SCOPED_TRACE(headers);
    const Cutting cutting = cut_pieces({get(headers)});
    ASSERT_EQ(cutting.frames.size(), 1u);
    EXPECT_EQ(cutting.frames[0].accepts_gzip, accepted);
  }
}

constexpr Limits kSmall{.request_line = 40, .header_lines = 3, .head = 100, .body = 10};

std::string with_request_line(size_t size) {
  const std::string rest = "GET / HTTP/1.1";
  return "GET /" + std::string(size - rest.size(), 'a') + " HTTP/1.1\r\n\r\n";
}

std::string with_head(size_t size) {
  const std::string start = "GET / HTTP/1.1\r\nA: ";
  return start + std::string(size - start.size(), 'a') + "\r\n\r\n";
}

std::string with_header_lines(int count) {
  std::string bytes = "GET / HTTP/1.1\r\n";
  for (int i = 0; i < count; ++i) bytes += "A: b\r\n";
  return bytes + "\r\n";
}

std::string with_length(size_t size) {
  return "POST / HTTP/1.1\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n" +
         std::string(size, 'a');
}

std::string with_chunks(const std::vector<size_t>& sizes) {
  std::string bytes = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (const size_t size : sizes)
    bytes += std::to_string(size) + "\r\n" + std::string(size, 'a') + "\r\n";
  return bytes + "0\r\n\r\n";
}

std::string with_trailers(int count) {
  std::string bytes = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n";
  for (int i = 0; i < count; ++i) bytes += "A: b\r\n";
  return bytes + "\r\n";
}

TEST(Framer, AllowsWhatIsAtALimitAndRefusesWhatIsAboveIt) {
  const Refusal samples[] = {
      {"request line below", with_request_line(39), 0},
      {"request line at", with_request_line(40), 0},
      {"request line above", with_request_line(41), 414},
      {"request line far above", with_request_line(4000), 414},
      {"request line without an end", std::string(50, 'a'), 414},
      {"head below", with_head(99), 0},
      {"head at", with_head(100), 0},
      {"head above", with_head(101), 431},
      {"head without an end", "GET / HTTP/1.1\r\nA: " + std::string(200, 'a'), 431},
      {"header lines below", with_header_lines(2), 0},
      {"header lines at", with_header_lines(3), 0},
      {"header lines above", with_header_lines(4), 431},
      {"length below", with_length(9), 0},
      {"length at", with_length(10), 0},
      {"length above", with_length(11), 413},
      {"chunks below", with_chunks({4, 5}), 0},
      {"chunks at", with_chunks({5, 5}), 0},
      {"chunks above", with_chunks({5, 6}), 413},
      {"one chunk above", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nB\r\n", 413},
      {"trailers at", with_trailers(3), 0},
      {"trailers above", with_trailers(4), 431},
      {"trailer line above",
       "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" + std::string(41, 'a') +
           "\r\n\r\n",
       431},
  };
  for (const Refusal& sample : samples) {
    SCOPED_TRACE(sample.what);
    const Cutting cutting = cut_any_way(sample.bytes, kSmall);
    EXPECT_EQ(cutting.refusal, sample.status);
    EXPECT_EQ(cutting.frames.size(), sample.status == 0 ? 1u : 0u);
  }
}

TEST(Framer, HasTheDocumentedLimitsUnlessToldOtherwise) {
  EXPECT_EQ(cut_pieces({with_request_line(8192)}).refusal, 0);
  EXPECT_EQ(cut_pieces({with_request_line(8193)}).refusal, 414);
  EXPECT_EQ(cut_pieces({with_header_lines(100)}).refusal, 0);
  EXPECT_EQ(cut_pieces({with_header_lines(101)}).refusal, 431);
  EXPECT_EQ(cut_pieces({with_head(64 * 1024)}).refusal, 0);
  EXPECT_EQ(cut_pieces({with_head(64 * 1024 + 1)}).refusal, 431);
  EXPECT_EQ(cut_pieces({post("Content-Length: 16777216\r\n", "")}).refusal, 0);
  EXPECT_EQ(cut_pieces({post("Content-Length: 16777217\r\n", "")}).refusal, 413);
}

TEST(Framer, CutsPipelinedRequestsInTheirOrder) {
  std::string bytes;
  for (int i = 0; i < 20; ++i) {
    bytes += "POST /" + std::to_string(i) + " HTTP/1.1\r\n";
    const std::string body(i, 'x');
    bytes += i % 2 == 0 ? "Content-Length: " + std::to_string(i) + "\r\n\r\n" + body
                        : "Transfer-Encoding: chunked\r\n\r\n1\r\n.\r\n0\r\n\r\n";
  }
  const Cutting cutting = cut_any_way(bytes);
  ASSERT_EQ(cutting.frames.size(), 20u);
  for (int i = 0; i < 20; ++i) {
    EXPECT_EQ(cutting.frames[i].target, "/" + std::to_string(i));
    EXPECT_EQ(cutting.frames[i].body, i % 2 == 0 ? std::string(i, 'x') : ".");
  }
}

TEST(Framer, AnswersWhatCameBeforeARefusal) {
  const Cutting cutting = cut_any_way(get("") + get("") + "BREW / HTTP/1.1\r\n\r\n" + get(""));
  EXPECT_EQ(cutting.frames.size(), 2u);
  EXPECT_EQ(cutting.refusal, 501);
}

}  // namespace
}  // namespace irisim::http
