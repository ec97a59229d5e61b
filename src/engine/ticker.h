#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "engine/world.h"

namespace irisim::engine {

// The thread that makes time pass in worlds with a real clock: it sleeps until the first timer of
// any of them is due.
class Ticker {
 public:
  Ticker() = default;
  ~Ticker();  // stops
  Ticker(const Ticker&) = delete;
  Ticker& operator=(const Ticker&) = delete;

  void start();
  void stop();

  // Before start(): what is done at its start and then with such a pause, between ticks.
  void set_chore(Millis pause, std::function<void()> chore);

  // Has the world tick after the wait, or earlier if it was to already: an early tick does no harm.
  // Keeps no world alive that nobody else does, and lets go of one that is retired.
  void wake(const std::shared_ptr<World>& world, Millis wait);
  void forget(const World& world);

 private:
  using Time = std::chrono::steady_clock::time_point;
  struct Watched {
    std::weak_ptr<World> world;
    Time due;
  };
  void run();
  Time next_due() const;  // under the mutex, as what follows
  void tick_next(std::unique_lock<std::mutex>& lock);

  std::mutex mutex_;  // guards all below; never held while a world's lock is taken
  std::condition_variable changed_;
  std::map<const World*, Watched> watched_;
  std::function<void()> chore_;  // none: empty
  Millis chore_pause_{};
  Time chore_due_ = Time::max();
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace irisim::engine
