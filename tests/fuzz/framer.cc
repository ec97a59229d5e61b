// Requests cut out of the same bytes must be the same however the bytes arrive.

#include "http/framer.h"

#include "base/check.h"
#include "catalog/catalog.h"
#include "tests/fuzz/targets.h"

namespace irisim::fuzz {
namespace {

using State = http::Framer::State;

// Small, so that the fuzzer reaches what lies behind them.
constexpr http::Limits kLimits{.request_line = 64, .header_lines = 8, .head = 256, .body = 128};

struct Cutting {
  std::vector<http::Frame> frames;
  State state = State::kIdle;
};

void cut(http::Framer& framer, Cutting& cutting) {
  while ((cutting.state = framer.advance()) == State::kComplete ||
         cutting.state == State::kExpectsContinue) {
    if (cutting.state == State::kComplete) cutting.frames.push_back(framer.take());
  }
  if (cutting.state == State::kRefused)
    IRISIM_CHECK(framer.refusal() >= 400 && framer.refusal() < 600);
}

}  // namespace

void run_framer(std::string_view bytes) {
  if (bytes.empty()) return;
  auto dice = static_cast<unsigned char>(bytes.front());
  bytes.remove_prefix(1);

  http::Framer whole_framer(kLimits), split_framer(kLimits);
  Cutting whole, split;
  whole_framer.feed(bytes);
  cut(whole_framer, whole);
  while (!bytes.empty()) {
    dice = static_cast<unsigned char>(dice * 5 + 1);
    const std::string_view piece = bytes.substr(0, 1 + dice % 16);
    bytes.remove_prefix(piece.size());
    split_framer.feed(piece);
    cut(split_framer, split);
  }

  IRISIM_CHECK(whole.state == split.state);
  IRISIM_CHECK(whole.frames.size() == split.frames.size());
  for (size_t i = 0; i < whole.frames.size(); ++i) {
    const http::Frame &a = whole.frames[i], &b = split.frames[i];
    IRISIM_CHECK(a.method == b.method && a.target == b.target && a.headers == b.headers &&
                 a.body == b.body && a.keeps_alive == b.keeps_alive);
    IRISIM_CHECK(a.body.size() <= kLimits.body && a.headers.size() <= kLimits.header_lines);
    IRISIM_CHECK(a.target.size() <= kLimits.request_line);
    for (const auto& [name, value] : a.headers)
      IRISIM_CHECK((name + value).find_first_of(std::string_view("\r\n\0", 3)) ==
                   std::string::npos);
  }
}

std::vector<std::string> framer_seeds() {
  std::vector<std::string> seeds = {
      "aGET /a HTTP/1.1\r\nHost: h\r\nAccept-Encoding: gzip;q=0.5, br\r\n\r\n",
      "bPOST /a HTTP/1.1\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\nabc",
      "cPOST /a HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n0\r\nA: b\r\n\r\n",
      "dGET http://h/a HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET * HTTP/1.1\r\n\r\n",
      "ePUT /a HTTP/1.1\r\nContent-Encoding: identity\r\nContent-Type: multipart/form-data\r\n\r\n",
  };
  for (const catalog::Operation& operation : catalog::operations().first(20)) {
    seeds.push_back("f" + std::string(operation.method) + " " + std::string(operation.path) +
                    " HTTP/1.1\r\nHost: h\r\n\r\n");
  }
  return seeds;
}

}  // namespace irisim::fuzz
