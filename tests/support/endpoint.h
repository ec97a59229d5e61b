#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "http/tls.h"
#include "tests/support/front.h"

namespace irisim::test {

// A client's endpoint for one test, on a free port: keeps what it is told, and answers as the test
// says; 200 unless it says otherwise. With an identity it speaks TLS.
class Endpoint {
 public:
  using Answer = std::function<http::Response(const http::Request&)>;
  explicit Endpoint(Answer answer = {}, const http::Identity* identity = nullptr);

  std::string url(const std::string& path = "/hook") const;

  // In the order in which they came.
  std::vector<http::Request> calls() const;

  // The texts of an element below the root of each call's body: "Status".
  std::vector<std::string> told(const std::string& element) const;

 private:
  http::Response take(const http::Request& request);

  const Answer answer_;
  const std::string scheme_;
  mutable std::mutex mutex_;  // guards calls_
  std::vector<http::Request> calls_;
  Front front_;
};

// An answer with the status and nothing in it.
http::Response bare_answer(int status);

}  // namespace irisim::test
