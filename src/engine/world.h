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
#include "engine/fault_desk.h"
#include "engine/journal.h"
#include "engine/order_life.h"
#include "engine/patient_mutex.h"
#include "engine/rule_book.h"
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
  Journal::Limits journal;
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
  Journal& journal() { return journal_; }

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

  void set_clock(const Clock::State& state);

  // Back to the beginning: all state and the journal are gone, the clock is where it started.
  void reset();

  // The rules in force. What is put lies over those of the start until a reset; orders in flight go
  // on, with what they wait for now, under the rules that are new.
  std::shared_ptr<const scenario::Rules> rules() const;
  std::vector<RuleBook::Set> scenarios() const;
  bool put_scenarios(RuleBook::Set set);         // true: the name is new
  bool remove_scenarios(std::string_view name);  // false: no such set
  void set_start_rules(std::shared_ptr<const scenario::Rules> rules);

  // The fault that hits the request, if one does; counts it.
  std::optional<Hit> decide_fault(const scenario::Subject& request);

  // The faults in force, in the order in which they are asked. A rule counts from when it came into
  // force, or from a reset.
  struct CountedFault {
    std::shared_ptr<const scenario::FaultRule> rule;
    bool is_posted = false;  // since the start, by itself
    FaultDesk::Count count;
  };
  std::vector<CountedFault> faults();
  std::shared_ptr<const scenario::FaultRule> post_fault(
      scenario::FaultRule fault);            // as RuleBook::post
  bool remove_fault(std::string_view name);  // false: none of that name was posted
  void remove_faults();                      // all that were posted

  // For the ticker: fires what is due on a real clock, at most a batch, and says how long to wait
  // for the next.
  std::optional<Millis> tick();

 private:
  Session new_session(Visitor* visitor) {
    return {*store_,           *rules_, *settings_.seed_data, *settings_.inventory,
            settings_.effects, dice_,   clock_.now(),         visitor};
  }
  Clock::State start_of_clock() const;
  Result<std::vector<Happening>> advance(std::optional<Instant> target);
  std::optional<Millis> until_next_timer();             // under the lock
  void set_alarm(std::unique_lock<PatientMutex> lock);  // gives the lock back

  template <class Change>
  auto change_book(Change change) {  // under the lock
    const std::lock_guard rules_lock(rules_mutex_);
    auto result = change(book_);
    rules_ = book_.in_force();
    fault_desk_.keep(rules_->faults);
    return result;
  }

  template <class Change>
  auto change_faults(Change change) {  // which concern no order
    const std::lock_guard lock(mutex_);
    return change_book(change);
  }

  template <class Change>
  bool change_rules(Change change) {
    std::unique_lock lock(mutex_);
    const bool result = change_book(change);
    auto restart = [](Session& session) {
      restart_timers(session);
      return true;
    };
    transact(restart);
    set_alarm(std::move(lock));
    return result;
  }

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
  Journal journal_;

  PatientMutex mutex_;  // guards all below, and changes of the clock; taken first
  mutable std::mutex
      rules_mutex_;  // held besides while the rules change, so that it guards reading
  RuleBook book_;
  std::shared_ptr<const scenario::Rules> rules_;
  FaultDesk fault_desk_;
  std::unique_ptr<store::Store> store_;
};

}  // namespace irisim::engine
