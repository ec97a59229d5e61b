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

void Ticker::set_chore(Millis pause, std::function<void()> chore) {
  chore_ = std::move(chore);
  chore_pause_ = pause;
  chore_due_ = steady_now();
}

// A world is retired before it is forgotten, so that its last tick or request cannot bring it back
// here.
void Ticker::wake(const std::shared_ptr<World>& world, Millis wait) {
  const Time due = steady_now() + wait;
  {
    const std::lock_guard lock(mutex_);
    if (world->is_retired()) return;
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

Ticker::Time Ticker::next_due() const {
  Time due = chore_due_;
  for (const auto& [world, watched] : watched_) due = std::min(due, watched.due);
  return due;
}

void Ticker::run() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    const Time due = next_due();
    if (due == Time::max()) {
      changed_.wait(lock);
    } else if (due > steady_now()) {
      changed_.wait_until(lock, due);
    } else if (chore_due_ <= due) {
      lock.unlock();
      chore_();
      lock.lock();
      chore_due_ = steady_now() + chore_pause_;
    } else {
      tick_next(lock);
    }
  }
}

void Ticker::tick_next(std::unique_lock<std::mutex>& lock) {
  const auto first =
      std::ranges::min_element(watched_, {}, [](const auto& entry) { return entry.second.due; });
  const std::shared_ptr<World> world = first->second.world.lock();
  watched_.erase(first);
  if (!world) return;
  lock.unlock();
  world->tick();
  lock.lock();
}

}  // namespace irisim::engine
