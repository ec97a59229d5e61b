#pragma once

#include <functional>
#include <memory>
#include <string>

#include "http/framer.h"
#include "http/message.h"

namespace irisim::http {

// From a frame to a Request and from a Response to bytes, by way of the library. One for each
// thread.
class Interpreter {
 public:
  using Handler = std::function<Response(const Request&)>;

  // Both functions outlive the interpreter. `refuse` gives the answer to what the library will not
  // take.
  Interpreter(const Handler& handler, const std::function<Response(int status)>& refuse);
  ~Interpreter();

  // The answer to a request, ready to be sent.
  Delivery answer(Frame frame);

  // The answer to a request that was refused with this status; the connection ends with it.
  Delivery refusal(int status);

 private:
  class Library;
  std::unique_ptr<Library> library_;
};

}  // namespace irisim::http
