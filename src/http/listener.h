#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "http/limits.h"
#include "http/message.h"
#include "http/tls.h"

namespace irisim::http {

struct ListenerOptions {
  std::string host = "127.0.0.1";
  int port = 8080;  // 0: any free one
  Limits limits;
  Deadlines deadlines;
  std::shared_ptr<Tls> tls;  // absent: plain HTTP
};

// Listens on a port and answers each request with what the handler gives. The handler is called
// from many threads at once; it may take out of the request what it wants to keep, and give an
// answer that comes later (later.h) rather than wait. Requests that are refused before they are
// complete (malformed, too large) never reach it: `refuse` gives the answer to those from their
// status and their target, which is empty where it could not be read.
class Listener {
 public:
  using Handler = std::function<Response(Request&)>;
  using Refuse = std::function<Response(int status, std::string_view target)>;

  // Binds at once; the error says which address could not be had.
  static Result<std::unique_ptr<Listener>> bind(const ListenerOptions& options, Handler handler,
                                                Refuse refuse);

  virtual ~Listener() = default;
  virtual int port() const = 0;

  // Serves until stop(), which any thread may call; what is in flight then is finished first.
  virtual void run() = 0;
  virtual void stop() = 0;
};

}  // namespace irisim::http
