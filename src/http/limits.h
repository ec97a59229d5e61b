#pragma once

#include <chrono>
#include <cstddef>

namespace irisim::http {

// What is refused before it is parsed; sizes in bytes.
struct Limits {
  size_t request_line = 8 * 1024;  // 414
  size_t header_lines = 100;       // 431
  size_t head = 64 * 1024;         // 431
  size_t body = 16 * 1024 * 1024;  // 413, whether by length or chunked
};

// How long a client may take, in wall time.
struct Deadlines {
  std::chrono::milliseconds idle{60'000};  // between requests; then the connection is closed
  std::chrono::milliseconds head{
      10'000};  // from a request's first byte to the end of its head; then 408
  std::chrono::milliseconds body{60'000};  // from there to the end of its body; then 408
  std::chrono::milliseconds write{
      30'000};                            // without taking a byte of the answer; then it is closed
  std::chrono::milliseconds stop{5'000};  // for what is in flight when the server is stopped
};

}  // namespace irisim::http
