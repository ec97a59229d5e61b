#pragma once

#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace irisim::test {

// An SMTP server of its own for one test, on a free port of this machine: takes e-mails and keeps
// them.
class SmtpServer {
 public:
  SmtpServer();
  ~SmtpServer();
  SmtpServer(const SmtpServer&) = delete;
  SmtpServer& operator=(const SmtpServer&) = delete;

  std::string address() const { return "127.0.0.1:" + std::to_string(port_); }

  // Refuses so many recipients from now on.
  void refuse(int recipients);

  struct Letter {
    std::string from, to;  // of the envelope
    std::string message;   // without what SMTP adds to it
  };
  std::vector<Letter> letters();  // so far

  // Whether a client has taken leave.
  bool was_left();

 private:
  void run();
  void serve(int connection);
  std::string answer(const std::string& command, Letter& letter);

  int socket_ = -1, port_ = 0;
  std::thread thread_;

  std::mutex mutex_;  // guards all below
  bool stopping_ = false;
  std::set<int> connections_;
  std::vector<std::thread> serving_;
  int refused_ = 0;
  bool was_left_ = false;
  std::vector<Letter> letters_;
};

}  // namespace irisim::test
