#pragma once

#include "http/channel.h"

namespace irisim::http {

// The socket itself; what TLS stands on, too.
class PlainChannel : public Channel {
 public:
  explicit PlainChannel(int socket) : socket_(socket) {}
  ~PlainChannel() override;  // closes
  PlainChannel(const PlainChannel&) = delete;
  PlainChannel& operator=(const PlainChannel&) = delete;

  Transfer receive(char* target, size_t size) override;
  Transfer send(const char* source, size_t size) override;
  void end_output() override;
  void abort() override;
  int socket() const override { return socket_; }

 private:
  const int socket_;
};

}  // namespace irisim::http
