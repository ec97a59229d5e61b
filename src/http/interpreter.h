#pragma once

#include <memory>
#include <string>

#include "http/framer.h"
#include "http/listener.h"
#include "http/message.h"

namespace irisim::http {

// From a frame to a Request and from a Response to bytes, by way of the library. One for each
// thread.
class Interpreter {
 public:
  // What it is given outlives it.
  Interpreter(const Listener::Handler& handler, const Listener::Refuse& refuse,
              const ListenerOptions& options);
  ~Interpreter();

  // The answer to a request, ready to be sent.
  Delivery answer(Frame frame);

  // The answer to a request that was refused with this status; the connection ends with it. The
  // target is empty where it was not read.
  Delivery refusal(int status, std::string_view target);

 private:
  class Library;
  std::unique_ptr<Library> library_;
};

}  // namespace irisim::http
