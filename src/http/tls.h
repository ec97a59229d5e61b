#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "http/channel.h"

namespace irisim::http {

// A certificate, those of its issuers after it, and its private key; all as PEM.
struct Identity {
  std::string certificate, key;
};

// A new one for localhost, 127.0.0.1 and ::1, valid for ten years.
Identity make_self_signed();

// What a TLS server needs for all its connections. Safe to use from any thread.
class Tls {
 public:
  // The error says which of the two is no good.
  static Result<std::shared_ptr<Tls>> create(const Identity& identity);
  virtual ~Tls() = default;

  // TLS on an accepted socket, which the channel owns.
  virtual std::unique_ptr<Channel> wrap(int socket) = 0;
};

}  // namespace irisim::http
