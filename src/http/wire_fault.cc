#include "http/wire_fault.h"

#include <algorithm>

#include "base/text.h"

namespace irisim::http {
namespace {

using Kind = WireFault::Kind;
using End = Delivery::End;

constexpr std::string_view kHeadEnd = "\r\n\r\n";
constexpr std::string_view kLength = "Content-Length: ";
constexpr size_t kHalfOfStatusLine = 7;  // "HTTP/1."
constexpr size_t kGarbageSize = 512;
constexpr size_t kDribblePieces = 10;

size_t body_start(std::string_view answer) {
  const size_t end = answer.find(kHeadEnd);
  return end == std::string_view::npos ? answer.size() : end + kHeadEnd.size();
}

std::string up_to_half_of_body(const std::string& answer) {
  const size_t start = body_start(answer);
  return answer.substr(0, start + (answer.size() - start) / 2);
}

std::string garbage(uint64_t seed) {
  std::string bytes;
  for (size_t i = 0; i < kGarbageSize; ++i) {
    seed = seed * 6364136223846793005 + 1442695040888963407;  // Knuth's MMIX generator
    bytes += static_cast<char>(seed >> 56);
  }
  return bytes;
}

// The value of the Content-Length line replaced; the line itself when `line` is not empty.
std::string with_length(std::string answer, std::string_view line) {
  const size_t at = answer.find(kLength);
  if (at == std::string::npos || at >= body_start(answer)) return answer;
  return answer.replace(at, answer.find('\r', at) - at, line);
}

std::string wrong_length(const std::string& answer) {
  const size_t size = answer.size() - body_start(answer) + 1;
  return with_length(answer, std::string(kLength) + std::to_string(size));
}

std::string malformed_chunk(const std::string& answer) {
  const std::string chunked = with_length(answer, "Transfer-Encoding: chunked");
  return chunked.substr(0, body_start(chunked)) + "this is no size\r\n" +
         chunked.substr(body_start(chunked)) + "\r\n";
}

std::deque<Delivery::Piece> dribble(const std::string& answer, std::chrono::milliseconds pause) {
  std::deque<Delivery::Piece> pieces;
  const size_t size = std::max<size_t>(1, (answer.size() + kDribblePieces - 1) / kDribblePieces);
  for (size_t at = 0; at < answer.size(); at += size) {
    pieces.push_back({at == 0 ? std::chrono::milliseconds(0) : pause, answer.substr(at, size)});
  }
  return pieces;
}

constexpr NamedFault kNames[] = {
    {"EMPTY_RESPONSE", Kind::kEmptyReply, "Closed without a byte"},
    {"CONNECTION_RESET_BY_PEER", Kind::kReset, "Reset (RST) without a byte"},
    {"MALFORMED_RESPONSE_CHUNK", Kind::kMalformedChunk,
     "A chunk whose size is no number, then closed"},
    {"RANDOM_DATA_THEN_CLOSE", Kind::kGarbage, "Random bytes, then closed"},
    {"CONNECTION_RESET_IN_BODY", Kind::kResetInBody, "Reset (RST) after half of the body"},
    {"HALF_STATUS_LINE", Kind::kHalfStatusLine, "Closed within the status line"},
    {"TRUNCATED_BODY", Kind::kTruncatedBody, "Closed after half of the body"},
    {"WRONG_CONTENT_LENGTH", Kind::kWrongContentLength,
     "Announces one byte more than there is, then closed"},
    {"DRIBBLE", Kind::kDribble, "The whole answer in ten pieces, 100ms apart"},
    {"HANG", Kind::kHang, "Never a byte; the connection stays open"},
};

}  // namespace

std::span<const NamedFault> named_faults() {
  return kNames;
}

std::string_view name_of(const WireFault& fault) {
  const auto named = std::ranges::find(kNames, fault.kind, &NamedFault::kind);
  if (named != std::end(kNames)) return named->name;
  return fault.delay.count() > 0 ? "DELAY" : "";
}

std::optional<WireFault> find_fault(std::string_view name) {
  for (const NamedFault& fault : kNames) {
    if (equal_ignoring_case(fault.name, name))
      return WireFault{.kind = fault.kind, .pause = kDribblePause};
  }
  return std::nullopt;
}

Delivery deliver(std::string answer, bool keep_alive, const WireFault& fault) {
  const End end = keep_alive ? End::kKeepAlive : End::kClose;
  const auto whole = [&](std::string bytes, End then) {
    Delivery delivery;
    delivery.pieces.push_back({fault.delay, std::move(bytes)});
    delivery.end = then;
    return delivery;
  };
  switch (fault.kind) {
    case Kind::kNone:
      return whole(std::move(answer), end);
    case Kind::kEmptyReply:
      return whole("", End::kClose);
    case Kind::kReset:
      return whole("", End::kReset);
    case Kind::kResetInBody:
      return whole(up_to_half_of_body(answer), End::kReset);
    case Kind::kHalfStatusLine:
      return whole(answer.substr(0, kHalfOfStatusLine), End::kClose);
    case Kind::kGarbage:
      return whole(garbage(fault.seed), End::kClose);
    case Kind::kTruncatedBody:
      return whole(up_to_half_of_body(answer), End::kClose);
    case Kind::kMalformedChunk:
      return whole(malformed_chunk(answer), End::kClose);
    case Kind::kWrongContentLength:
      return whole(wrong_length(answer), End::kClose);
    case Kind::kDribble: {
      Delivery delivery{dribble(answer, fault.pause), end};
      if (!delivery.pieces.empty()) delivery.pieces.front().wait = fault.delay;
      return delivery;
    }
    case Kind::kHang:
      return whole("", End::kHang);
  }
  return whole(std::move(answer), end);
}

}  // namespace irisim::http
