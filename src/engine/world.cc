#include "engine/world.h"

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
       timer && (!target || timer->due <= *target); timer = store_->timers.next()) {
    if (++fired > settings_.most_firings) {
      Error error{"more than " + std::to_string(settings_.most_firings) +
                  " timers fired; the clock stands at " + format_instant(clock_.now())};
      set_alarm(std::move(lock));
      return error;
    }
    clock_.advance_to(timer->due);
    auto step = [&](Session& session) { return fire(session, *timer); };
    if (auto happening = transact(step)) happened.push_back(std::move(*happening));
  }
  if (target) clock_.advance_to(*target);
  set_alarm(std::move(lock));
  return happened;
}

Census World::census() {
  std::optional<Census> counted;
  if (const std::unique_lock lock(mutex_, std::try_to_lock); lock.owns_lock())
    counted = Census{store_->orders.count_by_state(), store_->timers.count()};
  const std::lock_guard lock(census_mutex_);
  if (counted) last_census_ = std::move(*counted);
  return last_census_;
}

void World::set_clock(const Clock::State& state) {
  std::unique_lock lock(mutex_);
  clock_.restart(state);
  set_alarm(std::move(lock));
}

void World::reset() {
  const std::lock_guard lock(mutex_);
  clock_.restart(start_of_clock());
  store_ = std::make_unique<store::Store>();
}

std::optional<Millis> World::tick() {
  const std::lock_guard lock(mutex_);
  if (clock_.mode() == Clock::Mode::kManual) return std::nullopt;
  for (int fired = 0; fired < kTickBatch; ++fired) {
    const std::optional<store::Timer> timer = store_->timers.next();
    if (!timer || timer->due > clock_.now()) break;
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
  return clock_.until(timer->due);
}

}  // namespace irisim::engine
