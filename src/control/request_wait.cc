#include "control/request_wait.h"

#include <algorithm>
#include <chrono>

#include "control/exchange.h"
#include "control/request_view.h"

namespace irisim::control {
http::Response RequestWait::begin(engine::Journal& journal, RequestQuery query) {
  const auto deadline = std::chrono::steady_clock::now() + query.timeout;
  const std::shared_ptr<RequestWait> wait(new RequestWait(std::move(query)));
  const auto later = std::make_shared<http::Later>(deadline, [wait] { return wait->too_few(); });
  wait->later_ = later;
  for (const auto& entry : journal.watch(wait).entries) wait->see(entry);
  return answer_later(later);
}

void RequestWait::see(const engine::Journal::Entry& entry) {
  if (!query_.fits(*entry)) return;
  std::vector<engine::Journal::Entry> all;
  {
    const std::lock_guard lock(mutex_);
    if (found_.size() == query_.count) return;
    found_.push_back(entry);
    if (found_.size() < query_.count) return;
    all = found_;
  }
  const std::shared_ptr<http::Later> later = later_.lock();
  if (!later) return;
  // Several threads bring entries, each its own.
  std::ranges::sort(all, {}, [](const auto& one) { return one->id; });
  later->fulfil(
      json_response(200, json::Object{{"requests", entry_values(all)}, {"total", all.size()}}));
}

void RequestWait::forget() {
  const std::lock_guard lock(mutex_);
  found_.clear();
}

http::Response RequestWait::too_few() const {
  const std::lock_guard lock(mutex_);
  return problem(408, std::to_string(found_.size()) + " of " + std::to_string(query_.count) +
                          " matching requests were there within " +
                          format_duration(query_.timeout));
}

}  // namespace irisim::control
