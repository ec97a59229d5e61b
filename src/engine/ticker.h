#pragma once

#include <chrono>
#include <condition_variable>
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

  // Has the world tick after the wait, or earlier if it was to already: an early tick does no harm.
  // Holds the world until then.
  void wake(const std::shared_ptr<World>& world, Millis wait);
  void forget(const World& world);

 private:
  using Time = std::chrono::steady_clock::time_point;
  struct Watched {
    std::shared_ptr<World> world;
    Time due;
  };
  void run();

  std::mutex mutex_;  // guards all below; never held while a world's lock is taken
  std::condition_variable changed_;
  std::map<const World*, Watched> watched_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace irisim::engine
