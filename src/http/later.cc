#include "http/later.h"

#include <utility>

namespace irisim::http {

void Later::fulfil(Response response) {
  const std::lock_guard lock(mutex_);
  if (std::exchange(is_fulfilled_, true)) return;
  response_ = std::move(response);
  if (alarm_) alarm_();
}

bool Later::is_fulfilled() const {
  const std::lock_guard lock(mutex_);
  return is_fulfilled_;
}

Response Later::result() {
  {
    const std::lock_guard lock(mutex_);
    is_fulfilled_ = true;
    if (response_) return *std::exchange(response_, std::nullopt);
  }
  return otherwise_();
}

void Later::tell(std::function<void()> alarm) {
  const std::lock_guard lock(mutex_);
  alarm_ = std::move(alarm);
  if (alarm_ && is_fulfilled_) alarm_();
}

}  // namespace irisim::http
