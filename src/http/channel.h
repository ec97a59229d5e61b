#pragma once

#include <cstddef>

namespace irisim::http {

// What came of an attempt to move bytes without blocking.
struct Transfer {
  enum class Kind { kBytes, kWaitForInput, kWaitForOutput, kEnd };
  Kind kind = Kind::kEnd;  // kEnd: the peer is done, or gone
  size_t count = 0;        // of kBytes; above 0
};

// A connected socket, plain or with TLS on it. Owns the socket; never blocks.
class Channel {
 public:
  virtual ~Channel() = default;

  virtual Transfer receive(char* target, size_t size) = 0;
  virtual Transfer send(const char* source, size_t size) = 0;
  virtual void end_output() = 0;  // nothing more will be sent

  // Has the destructor send RST instead of ending the connection in order.
  virtual void abort() = 0;

  virtual int socket() const = 0;
};

}  // namespace irisim::http
