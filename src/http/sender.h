#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "base/time.h"

namespace irisim::http {

// An e-mail's sender and recipient, as SMTP has them.
struct Envelope {
  std::string from, to;
};

// Something to POST to a server of somebody else's, or an e-mail to hand over to one.
struct Parcel {
  std::string url;                                  // http or https; of an e-mail smtp
  std::string user, password;                       // Basic credentials; an empty user: none
  std::string type;                                 // Content-Type
  std::string body;                                 // of an e-mail the whole message
  std::optional<Envelope> envelope = std::nullopt;  // of an e-mail; absent: it is POSTed
};

// What came of it.
struct Receipt {
  int status = 0;      // 0: there was no answer; of SMTP the code of the last reply
  std::string reason;  // of the status line, may be empty
  std::string body;    // the beginning of it
  std::string error;   // why there was no answer; empty: there was one
};

// Sends parcels without ever waiting for one of them: one thread for all connections, which are
// kept open for the next parcel. Redirects are not followed, and no proxy is used. Safe to use from
// any thread.
class Sender {
 public:
  struct Options {
    std::string ca_file;       // certificates to trust instead of the system's, PEM; empty: those
    bool is_trusting = false;  // takes any certificate
    Millis timeout = std::chrono::seconds(30);  // from connecting to the end of the answer
    int connections = 16;                       // to one endpoint; others of it wait for one
    size_t answer_bytes = size_t{64} * 1024;    // of an answer's body that are kept
  };
  // The error says why the certificates cannot be used.
  static Result<std::unique_ptr<Sender>> create(Options options);

  // Stops: what has not been answered by then is not told of.
  virtual ~Sender() = default;

  // Both are called on the sender's thread, and must not wait. The parcel may have to wait for a
  // connection: when its turn comes, the first one says whether it is still to be sent. The second
  // gets what came of it; nothing, if it was not sent.
  using Begin = std::function<bool()>;
  using End = std::function<void(std::optional<Receipt>)>;
  virtual void send(Parcel parcel, Begin begin, End end) = 0;
};

}  // namespace irisim::http
