#pragma once

#include <string>
#include <string_view>

#include "tests/support/server.h"

namespace irisim::test {

// A TCP connection to a server on this machine, for requests that no HTTP client would send. What
// does not come within ten seconds does not come at all.
class RawConnection {
 public:
  explicit RawConnection(int port);
  ~RawConnection();
  RawConnection(const RawConnection&) = delete;
  RawConnection& operator=(const RawConnection&) = delete;

  bool connected() const { return connected_; }
  void send(std::string_view bytes);

  // The next answer on the connection; status 0 when it ends before the answer does. An answer to
  // HEAD has no body, whatever its length says.
  Reply receive(bool is_to_head = false);

  // The server has closed the connection, and nothing is left to read.
  bool at_end();

  // All that still comes, and how it ends.
  enum class End { kClosed, kReset, kNone };  // kNone: it stays open
  struct Rest {
    std::string bytes;
    End end = End::kNone;
  };
  Rest read_to_end();

  void end_output();  // a half-close
  void reset();       // RST instead of a close; the connection is of no use any more

 private:
  bool fill();  // reads more; false at the end

  int socket_;  // negative after reset()
  bool connected_ = false;
  std::string buffer_;
};

// "GET path HTTP/1.1" with a Host header and more headers, each with its line end.
std::string raw_request(std::string_view method, std::string_view path,
                        std::string_view headers = "", std::string_view body = "");

}  // namespace irisim::test
