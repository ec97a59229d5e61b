#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace irisim::http {

// What may go wrong with an answer on its way, on purpose.
struct WireFault {
  enum class Kind {
    kNone,
    kEmptyReply,          // closed without a byte
    kReset,               // reset (RST) without a byte
    kResetInBody,         // reset after half of the body
    kHalfStatusLine,      // closed within the status line
    kGarbage,             // random bytes, then closed
    kTruncatedBody,       // closed after half of the body
    kMalformedChunk,      // a chunked body with a size that is no number, then closed
    kWrongContentLength,  // announces one byte more than there is, then closed
    kDribble,             // head and body in small pieces, `pause` apart
    kHang,                // never a byte; the connection stays open
  };
  Kind kind = Kind::kNone;
  std::chrono::milliseconds delay{0};  // before the first byte
  std::chrono::milliseconds pause{0};  // between the pieces of a dribble
  uint64_t seed = 0;                   // of the garbage
};

// What testers call the kinds; the first four as WireMock does.
struct NamedFault {
  std::string_view name;
  WireFault::Kind kind;
  std::string_view help;
};
std::span<const NamedFault> named_faults();

// "DELAY" for a delay alone; empty when nothing is done.
std::string_view name_of(const WireFault& fault);

// The pause of a dribble for which nobody asks for another.
constexpr std::chrono::milliseconds kDribblePause{100};

// The fault of that name, in any case of letters; nothing when there is none.
std::optional<WireFault> find_fault(std::string_view name);

// How the bytes of an answer leave: pieces, each after its wait, and what becomes of the connection
// then.
struct Delivery {
  struct Piece {
    std::chrono::milliseconds wait{0};
    std::string bytes;
  };
  enum class End { kKeepAlive, kClose, kReset, kHang };

  std::deque<Piece> pieces;
  End end = End::kKeepAlive;
};

// The delivery of a whole answer (status line, head and body), with the fault done to it.
Delivery deliver(std::string answer, bool keep_alive, const WireFault& fault);

}  // namespace irisim::http
