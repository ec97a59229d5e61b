#include "http/plain_channel.h"

#include <cerrno>

#include <sys/socket.h>
#include <unistd.h>

namespace irisim::http {
namespace {

Transfer outcome(ssize_t count, Transfer::Kind wait) {
  if (count > 0) return {Transfer::Kind::kBytes, static_cast<size_t>(count)};
  const bool later = count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
  return {later ? wait : Transfer::Kind::kEnd, 0};
}

}  // namespace

PlainChannel::~PlainChannel() {
  ::close(socket_);
}

Transfer PlainChannel::receive(char* target, size_t size) {
  return outcome(::recv(socket_, target, size, MSG_DONTWAIT), Transfer::Kind::kWaitForInput);
}

Transfer PlainChannel::send(const char* source, size_t size) {
  return outcome(::send(socket_, source, size, MSG_DONTWAIT | MSG_NOSIGNAL),
                 Transfer::Kind::kWaitForOutput);
}

void PlainChannel::end_output() {
  ::shutdown(socket_, SHUT_WR);
}

void PlainChannel::abort() {
  const linger abort{1, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &abort, sizeof abort);
}

}  // namespace irisim::http
