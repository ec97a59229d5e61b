#include "store/store.h"

#include <algorithm>

#include "store/schema.h"

namespace irisim::store {
namespace {

constexpr char kPutCounter[] = "INSERT OR REPLACE INTO counters (kind, value) VALUES (?, ?)";
constexpr char kPutState[] =
    "INSERT OR REPLACE INTO world (row, dice, clock, now, speed, saved_at)"
    " VALUES (1, ?, ?, ?, ?, ?)";
constexpr std::string_view kReal = "real", kManual = "manual";

std::unique_ptr<Database> empty_database() {
  auto database = std::make_unique<Database>(empty_image());
  database->set_up();
  return database;
}

}  // namespace

Store::Store() : Store(empty_database()) {}

Store::Store(std::unique_ptr<Database> database) : database_(std::move(database)) {
  load();
}

std::unique_ptr<Store> Store::move_to(std::unique_ptr<Store> place,
                                      std::unique_ptr<Store> content) {
  if (!place->is_in_file()) return content;
  content->begin();
  content->save();
  content->commit();
  place->database_->become(*content->database_);
  return std::make_unique<Store>(std::move(place->database_));
}

void Store::load() {
  outbox.resume();
  Rows counters = database_->query("SELECT kind, value FROM counters");
  while (counters.next())
    counters_.emplace(counters.text(0), static_cast<uint64_t>(counters.number(1)));
  Rows world = database_->query("SELECT dice, clock, now, speed, saved_at FROM world");
  if (!world.next()) return;
  const auto mode = world.text(1) == kReal ? Clock::Mode::kReal : Clock::Mode::kManual;
  state_ = State{Dice{static_cast<uint64_t>(world.number(0))},
                 {mode, world.instant(2), world.real(3)},
                 world.instant(4)};
}

uint64_t Store::next(std::string_view kind) {
  auto counter = counters_.find(kind);
  if (counter == counters_.end()) counter = counters_.emplace(kind, 0).first;
  counted_.push_back(&*counter);
  return ++counter->second;
}

void Store::put_state(const State& state) {
  state_ = state;
  is_state_saved_ = false;
}

void Store::commit() {
  if (is_in_file()) save();
  database_->run("COMMIT");
  counted_.clear();
}

void Store::roll_back() {
  database_->run("ROLLBACK");
  outbox.roll_back();
  notices.roll_back();
  for (auto* counter : counted_) --counter->second;
  counted_.clear();
}

// In a file the counters that this transaction moved, in memory all: there it happens seldom.
void Store::save() {
  const auto put = [this](const auto& counter) {
    database_->run(kPutCounter, counter.first, static_cast<int64_t>(counter.second));
  };
  if (is_in_file()) {
    std::ranges::sort(counted_);
    // Not std::ranges::unique: clang 14 cannot have the one of this library.
    const auto repeated = std::unique(counted_.begin(), counted_.end());
    counted_.erase(repeated, counted_.end());
    for (const auto* counter : counted_) put(*counter);
  } else {
    std::ranges::for_each(counters_, put);
  }
  if (!state_ || is_state_saved_) return;
  database_->run(kPutState, static_cast<int64_t>(state_->dice.seed),
                 state_->clock.mode == Clock::Mode::kReal ? kReal : kManual, state_->clock.now,
                 state_->clock.speed, state_->saved_at);
  is_state_saved_ = true;
}

std::string Store::image() {
  begin();
  save();
  commit();
  return database_->image();
}

int64_t Store::count_numbers() {
  Rows rows =
      database_->query("SELECT coalesce(sum(count), 0) FROM area_code_counts WHERE status <> ?",
                       static_cast<int64_t>(NumberStatus::kAvailable));
  rows.next();
  return rows.number(0);
}

}  // namespace irisim::store
