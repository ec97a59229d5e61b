#include "engine/ticker.h"

#include <algorithm>

#include "base/clock.h"

namespace irisim::engine {

Ticker::~Ticker() {
  stop();
}

void Ticker::start() {
  thread_ = std::thread([this] { run(); });
}

void Ticker::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void Ticker::wake(const std::shared_ptr<World>& world, Millis wait) {
  const Time due = steady_now() + wait;
  {
    const std::lock_guard lock(mutex_);
    const auto [entry, is_new] = watched_.try_emplace(world.get(), Watched{world, due});
    if (!is_new && entry->second.due <= due) return;
    entry->second.due = due;
  }
  changed_.notify_all();
}

void Ticker::forget(const World& world) {
  const std::lock_guard lock(mutex_);
  watched_.erase(&world);
}

void Ticker::run() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    if (watched_.empty()) {
      changed_.wait(lock);
      continue;
    }
    const auto first =
        std::ranges::min_element(watched_, {}, [](const auto& entry) { return entry.second.due; });
    if (first->second.due > steady_now()) {
      const Time due = first->second.due;
      changed_.wait_until(lock, due);
      continue;
    }
    const std::shared_ptr<World> world = first->second.world;
    watched_.erase(first);
    lock.unlock();
    if (const std::optional<Millis> wait = world->tick()) wake(world, *wait);
    lock.lock();
  }
}

}  // namespace irisim::engine
