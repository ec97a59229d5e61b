#pragma once

#include <functional>
#include <memory>
#include <thread>

#include "http/listener.h"

namespace irisim::test {

// A listener of its own for one test, on a free port, with no simulator behind it. It echoes: the
// body of an answer is the request's method and target and its body's size, as "POST /a 3".
class Front {
 public:
  using Change = std::function<void(http::ListenerOptions&)>;
  explicit Front(const Change& change = {}, http::Listener::Handler handler = echo);
  ~Front();

  int port() const { return listener_->port(); }
  void stop();  // and waits until it has

  static http::Response echo(const http::Request& request);

 private:
  std::unique_ptr<http::Listener> listener_;
  std::thread thread_;
};

// Waits, for as long as a test may, until the condition holds. Gives whether it does.
bool comes_true(const std::function<bool()>& condition);

// The files and sockets that this process has open.
size_t open_files();

// Of this process, in bytes.
size_t resident_memory();

}  // namespace irisim::test
