#include "tests/support/validator.h"

#include <chrono>

#include <gtest/gtest.h>

namespace irisim::test {

void Validator::answer(std::vector<Answer> answers) {
  const std::lock_guard lock(mutex_);
  answers_ = std::move(answers);
}

void Validator::hold_first_until(size_t questions) {
  const std::lock_guard lock(mutex_);
  first_waits_for_ = questions;
}

std::vector<http::Request> Validator::questions() {
  const std::lock_guard lock(mutex_);
  return questions_;
}

http::Response Validator::take(const http::Request& request) {
  constexpr auto kLongest = std::chrono::seconds(10);
  std::unique_lock lock(mutex_);
  questions_.push_back(request);
  changed_.notify_all();
  const auto [status, body] = answers_.front();
  if (answers_.size() > 1) answers_.erase(answers_.begin());
  if (questions_.size() == 1)
    changed_.wait_for(lock, kLongest, [&] { return questions_.size() >= first_waits_for_; });
  return {status, {}, "application/xml", body};
}

std::string refusal(const std::vector<std::string>& errors) {
  std::string text = "<PortOutValidationResponse><Portable>false</Portable><Errors>";
  for (const std::string& error : errors) {
    const size_t blank = error.find(' ');
    text += "<Error><Code>" + error.substr(0, blank) + "</Code>";
    if (blank != std::string::npos)
      text += "<Description>" + error.substr(blank + 1) + "</Description>";
    text += "</Error>";
  }
  return text + "</Errors></PortOutValidationResponse>";
}

void set_validator(Server& server, const std::string& account, const std::string& url,
                   const std::string& more) {
  const Reply reply = server.put("/__admin/port-out-validation/" + account,
                                 R"({"url":")" + url + "\"" + more + "}");
  ASSERT_EQ(reply.status, 200) << reply.body;
}

}  // namespace irisim::test
