#include "tests/support/front.h"

#include <filesystem>
#include <fstream>

#include <poll.h>
#include <unistd.h>

#include "base/check.h"

namespace irisim::test {

Front::Front(const Change& change, http::Listener::Handler handler) {
  http::ListenerOptions options;
  options.port = 0;
  if (change) change(options);
  auto listener =
      http::Listener::bind(options, std::move(handler), [](int status, std::string_view) {
        return http::Response{status, {}, "text/plain", "refused"};
      });
  IRISIM_CHECK(listener.ok());
  listener_ = std::move(*listener);
  thread_ = std::thread([this] { listener_->run(); });
}

Front::~Front() {
  stop();
}

void Front::stop() {
  listener_->stop();
  if (thread_.joinable()) thread_.join();
}

http::Response Front::echo(const http::Request& request) {
  return {200,
          {},
          "text/plain",
          request.method + " " + request.target + " " + std::to_string(request.body.size())};
}

bool comes_true(const std::function<bool()>& condition) {
  constexpr int kAttempts = 2000;
  for (int i = 0; i < kAttempts; ++i) {
    if (condition()) return true;
    ::poll(nullptr, 0, 5);
  }
  return condition();
}

size_t open_files() {
  size_t count = 0;
  for ([[maybe_unused]] const auto& file : std::filesystem::directory_iterator("/proc/self/fd"))
    ++count;
  return count;
}

size_t resident_memory() {
  std::ifstream in("/proc/self/statm");
  size_t size = 0, resident = 0;
  in >> size >> resident;
  return resident * static_cast<size_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace irisim::test
