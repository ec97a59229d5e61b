#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/limits.h"
#include "http/message.h"

namespace irisim::http {

// A request as it stood on the wire, checked and cut out.
struct Frame {
  std::string method;
  std::string target;           // as sent; an absolute form is reduced to its path
  std::vector<Header> headers;  // as sent, in their order
  std::string body;             // without its chunks
  bool accepts_gzip = false;
  bool keeps_alive = true;  // whether the client wants to send another request after this one
};

// Cuts the bytes of one connection into requests, within limits. Pure: knows no socket and no
// clock. After a refusal nothing more can be cut, since where the next request begins is no longer
// known.
//
// Strict where leniency lets two readers of the same bytes disagree (request smuggling): lines end
// in CRLF, no space before a colon, no folded lines, one Content-Length of digits, and never beside
// Transfer-Encoding.
class Framer {
 public:
  enum class State {
    kIdle,             // between requests
    kHead,             // within a head; more bytes are needed
    kBody,             // within a body; more bytes are needed
    kExpectsContinue,  // the client waits for "100 Continue" before it sends the body; told once
    kComplete,         // take() gives the request
    kRefused,          // refusal() is the status
  };

  explicit Framer(const Limits& limits) : limits_(limits) {}  // which outlive it
  explicit Framer(const Limits&& limits) = delete;

  void feed(std::string_view bytes);

  // Goes on as far as the bytes suffice.
  State advance();

  Frame take();  // only in kComplete; the state is kIdle then
  int refusal() const { return refusal_; }

  // Of the request that is being cut; empty until its request line has been read.
  std::string_view target() const { return cut_.frame.target; }

 private:
  enum class Stage {
    kHead,
    kLength,
    kChunkSize,
    kChunkData,
    kChunkEnd,
    kTrailer,
    kComplete,
    kRefused
  };

  State refuse(int status);
  std::string_view rest() const { return std::string_view(buffer_).substr(consumed_); }
  bool read_head();  // false: incomplete or refused
  bool has_bare_line_end(size_t end) const;
  bool read_request_line(std::string_view line);
  bool read_header(std::string_view line);
  void read_connection(std::string_view value);
  bool begin_body();
  bool read_body();  // one step; false: incomplete or refused
  bool read_line(std::string_view& line, size_t longest, int status);  // of the body's chunks
  State waiting() const;

  const Limits& limits_;
  Stage stage_ = Stage::kHead;
  int refusal_ = 0;
  std::string buffer_;
  size_t consumed_ = 0;  // of the buffer; dropped when more is fed, once for many small pieces
  size_t searched_ = 0;  // of the rest, without finding the end of the head

  struct Cut {  // the request that is being cut
    Frame frame;
    bool is_http10 = false, has_length = false, is_chunked = false, has_host = false;
    bool expects_continue = false, wants_close = false;
    int empty_lines = 0;
    size_t left = 0;  // bytes of the body, or of the chunk
    size_t trailer_lines = 0;
  };
  Cut cut_;
};

}  // namespace irisim::http
