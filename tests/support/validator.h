#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/front.h"
#include "tests/support/server.h"

namespace irisim::test {

// An endpoint of an account for port-out validations: it keeps what it is asked, and answers as the
// test wants; at first with a 200 without a body.
class Validator {
 public:
  using Answer = std::pair<int, std::string>;

  // The next answers in turn; the last one stays.
  void answer(std::vector<Answer> answers);

  // Keeps the first question waiting until there are so many.
  void hold_first_until(size_t questions);

  std::vector<http::Request> questions();
  std::string url() const { return "http://127.0.0.1:" + std::to_string(front_.port()) + "/ask"; }

 private:
  http::Response take(const http::Request& request);

  std::mutex mutex_;  // guards all below
  std::condition_variable changed_;
  std::vector<http::Request> questions_;
  std::vector<Answer> answers_ = {{200, ""}};
  size_t first_waits_for_ = 0;
  Front front_{{}, [this](const http::Request& request) { return take(request); }};
};

// A negative answer with these errors: a code, or a code and an explanation after a blank.
std::string refusal(const std::vector<std::string>& errors);

// Has the account ask there, by the control API.
void set_validator(Server& server, const std::string& account, const std::string& url,
                   const std::string& more = "");

}  // namespace irisim::test
