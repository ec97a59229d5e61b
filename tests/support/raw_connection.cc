#include "tests/support/raw_connection.h"

#include <array>
#include <cerrno>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/text.h"

namespace irisim::test {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kHeadersEnd = "\r\n\r\n";
constexpr time_t kPatience = 10;  // seconds

Reply read_head(std::string_view head) {
  Reply reply;
  constexpr size_t kStatusAt = sizeof("HTTP/1.1 ") - 1;
  constexpr size_t kDigits = 3;
  if (!head.starts_with("HTTP/1.") || head.size() < kStatusAt + kDigits) return reply;
  reply.status = static_cast<int>(to_number(head.substr(kStatusAt, kDigits)).value_or(0));
  size_t line = head.find(kLineEnd);
  while (line != std::string_view::npos) {
    head.remove_prefix(line + kLineEnd.size());
    line = head.find(kLineEnd);
    const std::string_view header = head.substr(0, line);
    const size_t colon = header.find(':');
    if (colon == std::string_view::npos) continue;
    reply.headers.emplace_back(header.substr(0, colon), trim(header.substr(colon + 1)));
  }
  return reply;
}

bool has_body(int status) {
  return status >= 200 && status != 204 && status != 304;
}

}  // namespace

RawConnection::RawConnection(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  const int yes = 1;
  ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
  const timeval patience{kPatience, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
}

RawConnection::~RawConnection() {
  if (socket_ >= 0) ::close(socket_);
}

void RawConnection::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;  // the server has closed; what it answered before can still be read
    bytes.remove_prefix(static_cast<size_t>(sent));
  }
}

bool RawConnection::fill() {
  std::array<char, 16384> bytes;
  const ssize_t received = ::recv(socket_, bytes.data(), bytes.size(), 0);
  if (received <= 0) return false;
  buffer_.append(bytes.data(), static_cast<size_t>(received));
  return true;
}

Reply RawConnection::receive(bool is_to_head) {
  size_t end = 0;
  while ((end = buffer_.find(kHeadersEnd)) == std::string::npos) {
    if (!fill()) return {};
  }
  Reply reply = read_head(std::string_view(buffer_).substr(0, end));
  buffer_.erase(0, end + kHeadersEnd.size());
  if (is_to_head || !has_body(reply.status)) return reply;
  const auto length = static_cast<size_t>(to_number(reply.header("Content-Length")).value_or(0));
  while (buffer_.size() < length) {
    if (!fill()) return {};
  }
  reply.body = buffer_.substr(0, length);
  buffer_.erase(0, length);
  return reply;
}

bool RawConnection::at_end() {
  if (!buffer_.empty()) return false;
  char byte;
  // A reset is an end as well; the receive timeout (EAGAIN) is not.
  const ssize_t received = ::recv(socket_, &byte, 1, 0);
  return received == 0 || (received < 0 && errno == ECONNRESET);
}

RawConnection::Rest RawConnection::read_to_end() {
  std::array<char, 16384> bytes;
  for (;;) {
    const ssize_t received = ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (received > 0) {
      buffer_.append(bytes.data(), static_cast<size_t>(received));
      continue;
    }
    const bool is_reset = received < 0 && errno == ECONNRESET;
    return {std::exchange(buffer_, {}),
            received == 0 ? End::kClosed : (is_reset ? End::kReset : End::kNone)};
  }
}

void RawConnection::end_output() {
  ::shutdown(socket_, SHUT_WR);
}

void RawConnection::reset() {
  const linger abort{1, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &abort, sizeof abort);
  ::close(std::exchange(socket_, -1));
}

std::string raw_request(std::string_view method, std::string_view path, std::string_view headers,
                        std::string_view body) {
  std::string request;
  request.append(method).append(" ").append(path).append(" HTTP/1.1\r\nHost: localhost\r\n");
  request.append(headers);
  if (!body.empty()) request += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  return request.append("\r\n").append(body);
}

}  // namespace irisim::test
