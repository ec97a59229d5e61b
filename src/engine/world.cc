#include "engine/world.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "engine/agenda.h"
#include "store/saved.h"

namespace irisim::engine {
namespace {

// How much of the agenda one tick does before requests get their turn at the lock.
constexpr int kTickBatch = 64;

// A real clock has gone on since the state was saved.
store::State caught_up(store::State state) {
  if (state.clock.mode == Clock::Mode::kManual) return state;
  const auto elapsed =
      std::chrono::duration<double, std::milli>(std::max(wall_now() - state.saved_at, Millis(0)));
  state.clock.now += Millis(static_cast<int64_t>(elapsed.count() * state.clock.speed));
  return state;
}

std::vector<std::string> order_types(const scenario::Rules& rules) {
  std::vector<std::string> types;
  for (const auto& [type, lifecycle] : rules.lifecycles) types.push_back(type);
  return types;
}

}  // namespace

store::State beginning_of(const WorldSettings& settings, std::string_view name) {
  const Instant wall = wall_now();
  const bool real = settings.clock_mode == Clock::Mode::kReal;
  const Instant start = settings.start.value_or(real ? wall : Clock::manual_start());
  return {
      Dice{world_seed(settings.seed, name)}, {settings.clock_mode, start, settings.speed}, wall};
}

Result<std::unique_ptr<store::Store>> open_data(const std::string& path,
                                                const WorldSettings& settings) {
  return store::open_file(path, beginning_of(settings, ""), order_types(*settings.rules));
}

World::World(std::string name, WorldSettings settings, Alarm alarm)
    : World(std::move(name), std::move(settings), std::move(alarm),
            std::make_unique<store::Store>(), nullptr) {}

World::World(std::string name, WorldSettings settings, Alarm alarm,
             std::unique_ptr<store::Store> store, Post post)
    : name_(std::move(name)),
      settings_(std::move(settings)),
      alarm_(std::move(alarm)),
      post_(std::move(post)),
      clock_(beginning_of(settings_, name_).clock),
      journal_(settings_.journal),
      book_(settings_.rules, settings_.scenarios),
      rules_(book_.in_force()),
      store_(std::move(store)) {
  store::State state{Dice{world_seed(settings_.seed, name_)}, clock_.state(), wall_now()};
  if (const std::optional<store::State> kept = store_->state()) state = caught_up(*kept);
  dice_ = state.dice;
  clock_.restart(state.clock);
  keep_clock();
}

void World::keep_clock() {
  store_->put_state({dice_, clock_.state(), wall_now()});
  if (!store_->is_in_file()) return;
  store_->begin();
  store_->commit();
}

void World::begin_again(std::unique_ptr<store::Store> content, store::State state) {
  state.saved_at = wall_now();
  content->put_state(state);
  store_ = store::Store::move_to(std::move(store_), std::move(content));
  dice_ = state.dice;
  clock_.restart(state.clock);
  fault_desk_.clear();
  ++epoch_;
  is_paused_ = false;
}

bool World::has_due_item() {
  const std::optional<Instant> due = next_item(*store_);
  return due && *due <= clock_.now();
}

bool World::has_due_delivery() {
  if (!post_ || is_paused_) return false;
  const std::optional<Instant> due = store_->outbox.next_due();
  return due && *due <= clock_.now();
}

// When the next thing happens by itself.
std::optional<Instant> World::next_event(bool with_deliveries) {
  const std::optional<Instant> first = next_item(*store_);
  if (!with_deliveries || !post_ || is_paused_) return first;
  const std::optional<Instant> due = store_->outbox.next_due();
  return due && (!first || *due < *first) ? due : first;
}

// The lock is held but for deliveries: nobody else sees the world between two items of the agenda.
Progress World::go_on(Advance& advance, int most_stops) {
  std::unique_lock lock(mutex_);
  if (!advance.epoch) advance.epoch = epoch_;
  if (advance.epoch != epoch_) {
    advance.error = Error{"the world was reset meanwhile"};
    return Progress::kOver;
  }
  for (int stops = 0; !advance.error; ++stops) {
    const bool waits =
        !has_due_item() && post_ && (has_due_delivery() || store_->outbox.is_sending());
    if (waits || stops == most_stops) {
      leave(std::move(lock));
      return waits ? Progress::kWaits : Progress::kMore;
    }
    const std::optional<Instant> next = next_event(true);
    if (!next || (advance.target && *next > *advance.target)) break;
    advance.error = obstacle_to(advance, *next);
    if (!advance.error) stop_at(advance, *next);
  }
  if (advance.target && !advance.error) clock_.advance_to(*advance.target);
  keep_clock();
  leave(std::move(lock));
  return Progress::kOver;
}

std::optional<Error> World::obstacle_to(Advance& advance, Instant next) const {
  const bool is_late = next > kLastInstant;
  if (!is_late && ++advance.stops <= settings_.most_firings) return std::nullopt;
  const std::string why =
      is_late ? "what happens next is beyond the year 9999"
              : "more than " + std::to_string(settings_.most_firings) + " timers fired";
  return Error{why + "; the clock stands at " + format_instant(clock_.now())};
}

void World::stop_at(Advance& advance, Instant next) {
  clock_.advance_to(next);
  store_->put_state({dice_, clock_.state(), wall_now()});  // kept with what is done then
  if (!has_due_item()) return;
  if (auto happening = do_next()) advance.happened.push_back(std::move(*happening));
}

void World::watch(const Watch& watch) {
  Progress progress = Progress::kMore;
  while (progress == Progress::kMore) progress = watch(std::numeric_limits<int>::max());
  if (progress == Progress::kOver) return;
  {
    const std::lock_guard lock(watch_mutex_);
    watches_.push_back(watch);
    has_watches_ = true;
  }
  if (post_) post_();  // what it waits for may have happened just now
}

void World::tell_watches() {
  std::vector<Watch> watches;
  {
    const std::lock_guard lock(watch_mutex_);
    watches.swap(watches_);
  }
  bool has_more = false;
  std::erase_if(watches, [&](const Watch& watch) {
    const Progress progress = watch(kTickBatch);
    has_more |= progress == Progress::kMore;
    return progress == Progress::kOver;
  });
  {
    const std::lock_guard lock(watch_mutex_);
    std::ranges::move(watches, std::back_inserter(watches_));
    has_watches_ = !watches_.empty();
  }
  if (has_more) post_();
}

void World::pause_deliveries(bool is_paused) {
  std::unique_lock lock(mutex_);
  is_paused_ = is_paused;
  told_ = {};  // an advance may wait for it
  leave(std::move(lock));
}

bool World::are_deliveries_paused() {
  const std::lock_guard lock(mutex_);
  return is_paused_;
}

void World::take_due(const std::function<void(Session&)>& take) {
  std::unique_lock lock(mutex_);
  if (!has_due_delivery()) return;
  auto step = [&](Session& session) {
    take(session);
    return true;
  };
  transact(step);
  leave(std::move(lock));
}

int64_t Census::count_orders() const {
  int64_t count = 0;
  for (const store::StateCount& state : orders) count += state.orders;
  return count;
}

Census World::census() {
  std::optional<Census> counted;
  if (const std::unique_lock lock(mutex_, std::try_to_lock); lock.owns_lock())
    counted =
        Census{store_->orders.count_by_state(), store_->count_numbers(), store_->timers.count()};
  const std::lock_guard lock(census_mutex_);
  if (counted) last_census_ = std::move(*counted);
  return last_census_;
}

void World::set_clock(const Clock::State& state) {
  std::unique_lock lock(mutex_);
  clock_.restart(state);
  keep_clock();
  leave(std::move(lock));
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
  std::unique_lock lock(mutex_);
  begin_again(std::make_unique<store::Store>(), beginning_of(settings_, name_));
  leave(std::move(lock));
  journal_.restart();
}

std::optional<Hit> World::decide_fault(const scenario::Subject& request) {
  const scenario::FaultRules matching =
      matching_faults(*rules(), scenario::FaultTarget::kRequest, request);
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

std::string World::snapshot() {
  const std::lock_guard lock(mutex_);
  keep_clock();
  return store_->image();
}

std::optional<store::Unfit> World::restore(std::string_view snapshot) {
  auto content = store::load_image(snapshot, order_types(*rules()));
  if (!content) return content.error();
  const store::State state = *(*content)->state();
  std::unique_lock lock(mutex_);
  begin_again(std::move(*content), state);
  leave(std::move(lock));
  journal_.restart();
  return std::nullopt;
}

void World::tick() {
  std::unique_lock lock(mutex_);
  if (clock_.mode() == Clock::Mode::kReal) {
    for (int fired = 0; fired < kTickBatch && has_due_item(); ++fired) do_next();
  }
  leave(std::move(lock));
}

std::optional<Happening> World::do_next() {
  auto step = [&](Session& session) { return do_item(session); };
  return transact(step);
}

void World::leave(std::unique_lock<PatientMutex> lock) {
  const bool has_post = has_due_delivery();
  const std::optional<Millis> wait = until_next_event(has_post);
  const std::pair now{epoch_.load(),
                      store_->outbox.changes() + store_->mails.changes()};  // which grow
  const bool is_new = std::exchange(told_, now) != now;
  lock.unlock();
  if (wait) alarm_(*wait);
  if (has_post || (is_new && has_watches_ && post_)) post_();
}

// Deliveries that are due are taken soon, and the world looks again then.
std::optional<Millis> World::until_next_event(bool has_post) {
  if (clock_.mode() == Clock::Mode::kManual) return std::nullopt;
  const std::optional<Instant> next = next_event(!has_post);
  if (!next) return std::nullopt;
  return clock_.until(*next);
}

}  // namespace irisim::engine
