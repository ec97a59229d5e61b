#include "tests/support/endpoint.h"

#include <gtest/gtest.h>

#include "base/check.h"
#include "xml/document.h"

namespace irisim::test {
namespace {

Front::Change with_tls(const http::Identity* identity) {
  if (identity == nullptr) return {};
  return [identity](http::ListenerOptions& options) {
    auto tls = http::Tls::create(*identity);
    IRISIM_CHECK(tls.ok());
    options.tls = *tls;
  };
}

}  // namespace

Endpoint::Endpoint(Answer answer, const http::Identity* identity)
    : answer_(std::move(answer)),
      scheme_(identity == nullptr ? "http" : "https"),
      front_(with_tls(identity), [this](const http::Request& request) { return take(request); }) {}

std::string Endpoint::url(const std::string& path) const {
  return scheme_ + "://127.0.0.1:" + std::to_string(front_.port()) + path;
}

http::Response Endpoint::take(const http::Request& request) {
  {
    const std::lock_guard lock(mutex_);
    calls_.push_back(request);
  }
  return answer_ ? answer_(request) : bare_answer(200);
}

std::vector<http::Request> Endpoint::calls() const {
  const std::lock_guard lock(mutex_);
  return calls_;
}

std::vector<std::string> Endpoint::told(const std::string& element) const {
  std::vector<std::string> texts;
  for (const http::Request& call : calls()) {
    const auto document = xml::Document::parse(call.body);
    EXPECT_TRUE(document.ok()) << call.body;
    if (document.ok()) texts.emplace_back(document->root().text(element));
  }
  return texts;
}

http::Response bare_answer(int status) {
  return {status, {}, "", "", {}, {}};
}

}  // namespace irisim::test
