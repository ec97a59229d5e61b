#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>

#include "http/message.h"

namespace irisim::http {

// An answer that is not there yet. A handler gives a Response that carries one, and returns: the
// connection waits without a worker until somebody fulfils it, its deadline comes, the server stops
// or the client closes (for sending, too: who waits has nothing more to say). Safe to use from any
// thread. Whoever is to fulfil it holds it weakly, and learns so that nobody waits any more.
//
// Order of locks: a connection's, then this one's, then those of the alarm clock and its timer.
// What is called with this one held (the listener's alarm) takes no connection's lock.
class Later {
 public:
  using Time = std::chrono::steady_clock::time_point;

  // `otherwise` gives the answer when the deadline comes or the server stops; it is called at most
  // once, without a lock of Later's.
  Later(Time deadline, std::function<Response()> otherwise)
      : deadline_(deadline), otherwise_(std::move(otherwise)) {}

  // The first answer counts; further ones are thrown away.
  void fulfil(Response response);

  // What follows is the listener's.

  Time deadline() const { return deadline_; }
  bool is_fulfilled() const;

  // The answer that it has been fulfilled with, else the one of `otherwise`. To be called once.
  Response result();

  // Has fulfil() call the function; at once when that has happened. An empty function: nobody is to
  // be told any more, and no call is under way when this returns.
  void tell(std::function<void()> alarm);

 private:
  const Time deadline_;
  const std::function<Response()> otherwise_;

  mutable std::mutex mutex_;  // guards all below
  bool is_fulfilled_ = false;
  std::optional<Response> response_;
  std::function<void()> alarm_;
};

}  // namespace irisim::http
