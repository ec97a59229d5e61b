#pragma once

#include <memory>
#include <string>

#include "http/framer.h"
#include "http/later.h"
#include "http/listener.h"
#include "http/message.h"

namespace irisim::http {

// How the client of a request is to be answered.
struct Manner {
  bool is_head = false;  // without the body
  bool accepts_gzip = false;
  bool keeps_alive = true;
};

// The answer to a request: ready to be sent, or what it waits for.
struct Answer {
  Delivery delivery;
  std::shared_ptr<Later> later;  // null: the delivery is there
  Manner manner;                 // of what comes later
};

// From a frame to a Request and from a Response to bytes, by way of the library. One for each
// thread.
class Interpreter {
 public:
  // What it is given outlives it.
  Interpreter(const Listener::Handler& handler, const Listener::Refuse& refuse,
              const ListenerOptions& options);
  ~Interpreter();

  Answer answer(Frame frame);

  // What an answer that came later has become by now.
  Delivery answer_at_last(Later& later, const Manner& manner);

  // The answer to a request that was refused with this status; the connection ends with it. The
  // target is empty where it was not read.
  Delivery refusal(int status, std::string_view target);

 private:
  class Library;
  std::unique_ptr<Library> library_;
};

}  // namespace irisim::http
