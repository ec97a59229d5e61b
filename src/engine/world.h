#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "engine/order_life.h"
#include "engine/patient_mutex.h"
#include "engine/session.h"

namespace irisim::engine {

// What a world is made from and returns to on reset.
struct WorldSettings {
  uint64_t seed = 1;
  Clock::Mode clock_mode = Clock::Mode::kReal;
  std::optional<Instant>
      start;  // of the clock; absent: the wall time if real, Clock::manual_start() if manual
  double speed = 1;
  int most_firings = 1'000'000;  // of timers in one advance: a lifecycle may go round for ever
  std::shared_ptr<const scenario::Rules> rules;
  std::shared_ptr<const Seed> seed_data;
  std::shared_ptr<const inventory::Inventory> inventory;
  Effects effects;  // one for each that the rules name
};

// How much there is in a world.
struct Census {
  std::vector<store::StateCount> orders;
  int64_t timers = 0;
};

// One simulated universe: its state, clock and timers. The only writer of its state: whatever
// happens, happens under its lock, one thing at a time, and is complete before the next one starts.
// Safe to use from any thread.
class World {
 public:
  // Told, without the lock, how long it is until the next timer of a real clock.
  using Alarm = std::function<void(Millis)>;
  World(std::string name, WorldSettings settings, Alarm alarm);
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  const std::string& name() const { return name_; }
  const Seed& seed_data() const { return *settings_.seed_data; }
  const inventory::Inventory& inventory() const { return *settings_.inventory; }

  // Calls the function with a Session under the lock and gives its value. Parse before, print
  // after. The visitor is the request on whose behalf it is, if it is one of the API.
  template <class Function>
  auto read(Function function, Visitor* visitor = nullptr) {
    const std::lock_guard lock(mutex_);
    Session session = new_session(visitor);
    return function(session);
  }

  // Likewise in a transaction: a Result that is an error leaves the world as it was.
  template <class Function>
  auto write(Function function, Visitor* visitor = nullptr) {
    std::unique_lock lock(mutex_);
    auto result = transact(function, visitor);
    set_alarm(std::move(lock));
    return result;
  }

  // Moves the clock to the time, stopping at each timer on the way, those that are made meanwhile
  // included; gives all that happened, in order. An error, with everything up to there done, when
  // more timers fire than the settings allow.
  Result<std::vector<Happening>> advance_to(Instant target);
  Result<std::vector<Happening>> advance_until_idle();

  // These do not wait for the world's lock.
  Clock::State clock() const { return clock_.state(); }
  Instant now() const { return clock_.now(); }

  // Neither does this: when the world is busy, it gives what it gave the time before.
  Census census();

  void set_clock(const Clock::State& state);

  // Back to the beginning: all state is gone, the clock is where it started.
  void reset();

  // For the ticker: fires what is due on a real clock, at most a batch, and says how long to wait
  // for the next.
  std::optional<Millis> tick();

 private:
  Session new_session(Visitor* visitor) {
    return {*store_,
            *settings_.rules,
            *settings_.seed_data,
            *settings_.inventory,
            settings_.effects,
            dice_,
            clock_.now(),
            visitor};
  }
  Clock::State start_of_clock() const;
  Result<std::vector<Happening>> advance(std::optional<Instant> target);
  std::optional<Millis> until_next_timer();             // under the lock
  void set_alarm(std::unique_lock<PatientMutex> lock);  // gives the lock back

  template <class Function>
  auto transact(Function& function, Visitor* visitor = nullptr) {
    const size_t happened_before = visitor == nullptr ? 0 : visitor->happened.size();
    store_->begin();
    Session session = new_session(visitor);
    auto result = function(session);
    if constexpr (requires { result.ok(); }) {
      if (result.ok()) {
        store_->commit();
      } else {
        store_->roll_back();
        if (visitor != nullptr) visitor->happened.resize(happened_before);
      }
    } else {
      store_->commit();
    }
    return result;
  }

  const std::string name_;
  const WorldSettings settings_;
  const Dice dice_;
  const Alarm alarm_;

  Clock clock_;

  PatientMutex mutex_;  // guards all below, and changes of the clock
  std::unique_ptr<store::Store> store_;

  std::mutex census_mutex_;  // guards last_census_; held for no longer than it takes to copy it
  Census last_census_;
};

}  // namespace irisim::engine
