#pragma once

#include <atomic>
#include <functional>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "engine/advance.h"
#include "engine/fault_desk.h"
#include "engine/journal.h"
#include "engine/order_life.h"
#include "engine/patient_mutex.h"
#include "engine/rule_book.h"
#include "engine/session.h"
#include "store/unfit.h"

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
  std::vector<RuleBook::Set> scenarios;  // over them
  std::shared_ptr<const Seed> seed_data;
  std::shared_ptr<const inventory::Inventory> inventory;
  Effects effects;  // one for each that the rules name
  Journal::Limits journal;
  std::string mail_relay;  // HOST:PORT that e-mails are sent to; empty: they are only kept
};

// What a world is made from when it is new. The wall time is that of its making.
store::State beginning_of(const WorldSettings& settings, std::string_view name);

// What the file of --data keeps of the default world; a new file begins as a new world does. The
// error names the file, which is as it was then.
Result<std::unique_ptr<store::Store>> open_data(const std::string& path,
                                                const WorldSettings& settings);

// How much there is in a world.
struct Census {
  std::vector<store::StateCount> orders;
  int64_t numbers = 0;  // that somebody holds
  int64_t timers = 0;

  int64_t count_orders() const;
};

// One simulated universe: its state, clock and timers. The only writer of its state: whatever
// happens, happens under its lock, one thing at a time, and is complete before the next one starts.
// Safe to use from any thread.
class World {
 public:
  // Told, without the lock, how long it is until something happens by a real clock.
  using Alarm = std::function<void(Millis)>;
  // Told, without the lock, that deliveries are due, or that watches are to be told of something.
  // Without one deliveries stay in the outbox.
  using Post = std::function<void()>;

  World(std::string name, WorldSettings settings, Alarm alarm);

  // One that goes on with what is in the store, and keeps it there. A manual clock stands where it
  // stood; a real one is where it would be if it had gone on meanwhile.
  World(std::string name, WorldSettings settings, Alarm alarm, std::unique_ptr<store::Store> store,
        Post post);
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
    leave(std::move(lock));
    return result;
  }

  // Moves the clock on, stopping at each timer, digest and delivery on the way, those that are made
  // meanwhile included, at most so often. It is over well or with its error; it waits for
  // deliveries to be made, and is to be called again when the outbox changes (see watch()).
  Progress go_on(Advance& advance, int most_stops = std::numeric_limits<int>::max());

  // Has the function called now, by this thread, until it is over or waits; from then on, without
  // the lock and by one thread at a time, after each change of the outbox and of the e-mails, until
  // it is over. It is told how much it may do at once.
  using Watch = std::function<Progress(int most_stops)>;
  void watch(const Watch& watch);

  // For who is told by Post: calls the watches.
  void tell_watches();

  // Deliveries stay in the outbox while they are paused, and no advance waits for them.
  void pause_deliveries(bool is_paused);
  bool are_deliveries_paused();

  // Calls the function in a transaction if deliveries are due.
  void take_due(const std::function<void(Session&)>& take);

  // Whether what was taken in the epoch is still to be sent. Does not wait for the world's lock.
  bool wants_sent(uint64_t epoch) const { return !is_retired_ && !is_paused_ && epoch == epoch_; }

  // These do not wait for the world's lock.
  Clock::State clock() const { return clock_.state(); }
  Instant now() const { return clock_.now(); }

  // Neither does this: when the world is busy, it gives what it gave the time before.
  Census census();

  void set_clock(const Clock::State& state);

  // Back to the beginning: all state and the journal are gone, the clock is where it started.
  void reset();

  // The world as an SQLite file: tables, counters, clock, and what decides ids and chance.
  std::string snapshot();

  // Goes on as the world whose snapshot it is would have from that moment on, with the ids that it
  // would have given: whatever this one's name, seed and clock are. What comes with the settings
  // (lifecycles, seed data, inventory) is not replaced. Gives why this is no snapshot that
  // can live here; the world is as it was then.
  std::optional<store::Unfit> restore(std::string_view snapshot);

  // A world that is removed no longer ticks.
  void retire() { is_retired_ = true; }
  bool is_retired() const { return is_retired_; }

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

  // For the ticker: does what is due on a real clock, at most a batch, has deliveries made that
  // are due, and tells the alarm of the next.
  void tick();

 private:
  Session new_session(Visitor* visitor) {
    return {*store_,
            *rules_,
            *settings_.seed_data,
            *settings_.inventory,
            settings_.effects,
            dice_,
            clock_.now(),
            visitor,
            epoch_,
            fault_desk_,
            settings_.mail_relay};
  }
  void keep_clock();  // under the lock, as what follows
  void begin_again(std::unique_ptr<store::Store> content, store::State state);
  bool has_due_item();  // of the agenda
  bool has_due_delivery();
  std::optional<Instant> next_event(bool with_deliveries);
  std::optional<Millis> until_next_event(bool has_post);
  std::optional<Happening> do_next();
  std::optional<Error> obstacle_to(Advance& advance, Instant next) const;  // counts the stop
  void stop_at(Advance& advance, Instant next);
  // Gives the lock back, and tells whoever waits for what has been done under it.
  void leave(std::unique_lock<PatientMutex> lock);

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
    leave(std::move(lock));
    return result;
  }

  template <class Function>
  auto transact(Function& function, Visitor* visitor = nullptr) {
    const size_t happened_before = visitor == nullptr ? 0 : visitor->happened.size();
    store_->begin();
    fault_desk_.begin();
    Session session = new_session(visitor);
    auto result = function(session);
    if constexpr (requires { result.ok(); }) {
      if (result.ok()) {
        store_->commit();
      } else {
        store_->roll_back();
        fault_desk_.roll_back();
        if (visitor != nullptr) visitor->happened.resize(happened_before);
      }
    } else {
      store_->commit();
    }
    return result;
  }

  const std::string name_;
  const WorldSettings settings_;
  const Alarm alarm_;
  const Post post_;
  std::atomic<bool> is_retired_ = false;

  Clock clock_;
  Journal journal_;

  PatientMutex mutex_;  // guards all below, and changes of the clock; taken first
  Dice dice_;
  // Held besides while the rules change, so that it guards reading them.
  mutable std::mutex rules_mutex_;
  RuleBook book_;
  std::shared_ptr<const scenario::Rules> rules_;
  FaultDesk fault_desk_;
  std::unique_ptr<store::Store> store_;
  std::atomic<uint64_t> epoch_ = 0;  // these two are read without it, too
  std::atomic<bool> is_paused_ = false;
  std::pair<uint64_t, uint64_t> told_;  // epoch, and changes that watches know of

  std::mutex watch_mutex_;  // guards what follows; no other is taken while it is held
  std::vector<Watch> watches_;
  std::atomic<bool> has_watches_ = false;  // also one that is being told; read without it, too

  std::mutex census_mutex_;  // guards last_census_; held for no longer than it takes to copy it
  Census last_census_;
};

}  // namespace irisim::engine
