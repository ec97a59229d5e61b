#include "tests/support/smtp_server.h"

#include <array>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/check.h"

namespace irisim::test {
namespace {

void say(int connection, const std::string& line) {
  const std::string bytes = line + "\r\n";
  ::send(connection, bytes.data(), bytes.size(), MSG_NOSIGNAL);
}

// The lines that a client sends.
class Lines {
 public:
  explicit Lines(int connection) : connection_(connection) {}

  // False when the client has gone.
  bool next(std::string& line) {
    size_t end = 0;
    while ((end = buffer_.find("\r\n")) == std::string::npos) {
      std::array<char, 4096> bytes;
      const ssize_t count = ::recv(connection_, bytes.data(), bytes.size(), 0);
      if (count <= 0) return false;
      buffer_.append(bytes.data(), static_cast<size_t>(count));
    }
    line = buffer_.substr(0, end);
    buffer_.erase(0, end + 2);
    return true;
  }

 private:
  int connection_;
  std::string buffer_;
};

// "a@b.com" of "MAIL FROM:<a@b.com>".
std::string address_in(const std::string& command) {
  const size_t begin = command.find('<') + 1;
  return command.substr(begin, command.find('>') - begin);
}

}  // namespace

SmtpServer::SmtpServer() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* general = reinterpret_cast<sockaddr*>(&address);
  IRISIM_CHECK(::bind(socket_, general, size) == 0 && ::listen(socket_, SOMAXCONN) == 0);
  IRISIM_CHECK(::getsockname(socket_, general, &size) == 0);
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { run(); });
}

SmtpServer::~SmtpServer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    for (const int connection : connections_) ::shutdown(connection, SHUT_RDWR);
  }
  ::shutdown(socket_, SHUT_RDWR);
  thread_.join();
  for (std::thread& serving : serving_) serving.join();
  ::close(socket_);
}

void SmtpServer::refuse(int recipients) {
  const std::lock_guard lock(mutex_);
  refused_ = recipients;
}

std::vector<SmtpServer::Letter> SmtpServer::letters() {
  const std::lock_guard lock(mutex_);
  return letters_;
}

bool SmtpServer::was_left() {
  const std::lock_guard lock(mutex_);
  return was_left_;
}

void SmtpServer::run() {
  while (true) {
    const int connection = ::accept(socket_, nullptr, nullptr);
    if (connection < 0) return;
    const std::lock_guard lock(mutex_);
    if (stopping_) {
      ::close(connection);
      return;
    }
    connections_.insert(connection);
    serving_.emplace_back([this, connection] { serve(connection); });
  }
}

void SmtpServer::serve(int connection) {
  Lines lines(connection);
  Letter letter;
  say(connection, "220 localhost");
  for (std::string line; lines.next(line);) {
    if (line != "DATA") {
      say(connection, answer(line, letter));
      continue;
    }
    say(connection, "354 Go on");
    while (lines.next(line) && line != ".")
      letter.message += line.substr(line.starts_with('.') ? 1 : 0) + "\r\n";
    {
      const std::lock_guard lock(mutex_);
      letters_.push_back(std::exchange(letter, {}));
    }
    say(connection, "250 Thank you");
  }
  const std::lock_guard lock(mutex_);
  connections_.erase(connection);
  ::close(connection);
}

std::string SmtpServer::answer(const std::string& command, Letter& letter) {
  if (command.starts_with("MAIL FROM:")) letter.from = address_in(command);
  const std::lock_guard lock(mutex_);
  if (command == "QUIT") {
    was_left_ = true;
    return "221 Bye";
  }
  if (!command.starts_with("RCPT TO:")) return "250 localhost";
  letter.to = address_in(command);
  if (refused_ == 0) return "250 Good";
  --refused_;
  return "451 Greylisted";
}

}  // namespace irisim::test
