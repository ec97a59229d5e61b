#include "engine/world.h"

#include <algorithm>

namespace irisim::engine {
namespace {

// How many timers one tick fires before requests get their turn at the lock.
constexpr int kTickBatch = 64;

}  // namespace

World::World(std::string name, WorldSettings settings, Alarm alarm)
    : name_(std::move(name)),
      settings_(std::move(settings)),
      dice_{world_seed(settings_.seed, name_)},
      alarm_(std::move(alarm)),
      clock_(start_of_clock()),
      journal_(settings_.journal),
      book_(settings_.rules),
      rules_(book_.in_force()),
      store_(std::make_unique<store::Store>()) {}

Clock::State World::start_of_clock() const {
  const bool real = settings_.clock_mode == Clock::Mode::kReal;
  return {settings_.clock_mode, settings_.start.value_or(real ? wall_now() : Clock::manual_start()),
          settings_.speed};
}

Result<std::vector<Happening>> World::advance_to(Instant target) {
  return advance(target);
}

Result<std::vector<Happening>> World::advance_until_idle() {
  return advance(std::nullopt);
}

// The lock is held from the first timer to the last: nobody sees the world between them.
Result<std::vector<Happening>> World::advance(std::optional<Instant> target) {
  std::vector<Happening> happened;
  std::unique_lock lock(mutex_);
  int fired = 0;
  for (std::optional<store::Timer> timer = store_->timers.next();
       timer && (!target || *timer->due <= *target); timer = store_->timers.next()) {
    if (++fired > settings_.most_firings) {
      Error error{"more than " + std::to_string(settings_.most_firings) +
                  " timers fired; the clock stands at " + format_instant(clock_.now())};
      set_alarm(std::move(lock));
      return error;
    }
    clock_.advance_to(*timer->due);
    auto step = [&](Session& session) { return fire(session, *timer); };
    if (auto happening = transact(step)) happened.push_back(std::move(*happening));
  }
  if (target) clock_.advance_to(*target);
  set_alarm(std::move(lock));
  return happened;
}

void World::set_clock(const Clock::State& state) {
  std::unique_lock lock(mutex_);
  clock_.restart(state);
  set_alarm(std::move(lock));
}

std::shared_ptr<const scenario::Rules> World::rules() const {
  const std::lock_guard lock(rules_mutex_);
  return rules_;
}

std::vector<RuleBook::Set> World::scenarios() const {
  const std::lock_guard lock(rules_mutex_);
  return book_.sets();
}

bool World::put_scenarios(RuleBook::Set set) {
  return change_rules([&](RuleBook& book) { return book.put(std::move(set)); });
}

bool World::remove_scenarios(std::string_view name) {
  return change_rules([&](RuleBook& book) { return book.remove(name); });
}

void World::set_start_rules(std::shared_ptr<const scenario::Rules> rules) {
  change_rules([&](RuleBook& book) {
    book.set_start(std::move(rules));
    return true;
  });
}

void World::reset() {
  change_rules([](RuleBook& book) {
    book.clear();
    return true;
  });
  {
    const std::lock_guard lock(mutex_);
    clock_.restart(start_of_clock());
    store_ = std::make_unique<store::Store>();
    fault_desk_.clear();
  }
  journal_.restart();
}

std::optional<Hit> World::decide_fault(const scenario::Subject& request) {
  const scenario::FaultRules matching = matching_faults(*rules(), request);
  if (matching.empty()) return std::nullopt;
  const std::lock_guard lock(mutex_);
  return fault_desk_.decide(matching, request.account, dice_, clock_.now());
}

std::vector<World::CountedFault> World::faults() {
  std::vector<CountedFault> faults;
  const std::lock_guard lock(mutex_);
  for (const auto& rule : rules_->faults) {
    const bool is_posted = std::ranges::find(book_.posted(), rule) != book_.posted().end();
    faults.push_back({rule, is_posted, fault_desk_.count(rule)});
  }
  return faults;
}

std::shared_ptr<const scenario::FaultRule> World::post_fault(scenario::FaultRule fault) {
  return change_faults([&](RuleBook& book) { return book.post(std::move(fault)); });
}

bool World::remove_fault(std::string_view name) {
  return change_faults([&](RuleBook& book) { return book.remove_fault(name); });
}

void World::remove_faults() {
  change_faults([](RuleBook& book) {
    book.remove_faults();
    return true;
  });
}

std::optional<Millis> World::tick() {
  const std::lock_guard lock(mutex_);
  if (clock_.mode() == Clock::Mode::kManual) return std::nullopt;
  for (int fired = 0; fired < kTickBatch; ++fired) {
    const std::optional<store::Timer> timer = store_->timers.next();
    if (!timer || *timer->due > clock_.now()) break;
    auto step = [&](Session& session) { return fire(session, *timer); };
    transact(step);
  }
  return until_next_timer();
}

void World::set_alarm(std::unique_lock<PatientMutex> lock) {
  const std::optional<Millis> wait = until_next_timer();
  lock.unlock();
  if (wait) alarm_(*wait);
}

std::optional<Millis> World::until_next_timer() {
  if (clock_.mode() == Clock::Mode::kManual) return std::nullopt;
  const std::optional<store::Timer> timer = store_->timers.next();
  if (!timer) return std::nullopt;
  return clock_.until(*timer->due);
}

}  // namespace irisim::engine
