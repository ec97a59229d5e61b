#include "engine/worlds.h"

#include <algorithm>

namespace irisim::engine {
namespace {

constexpr size_t kLongestName = 64;

bool may_stand_in_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '_' || c == '-';
}

// Idle worlds are looked for so often that none outlives its limit by much, and not more often
// than makes sense.
constexpr int kLooksInLimit = 10;
constexpr Millis kShortestPause = std::chrono::milliseconds(10);
constexpr Millis kLongestPause = std::chrono::minutes(1);

}  // namespace

Worlds::Worlds(WorldSettings settings, WorldLimits limits, Ticker& ticker,
               std::unique_ptr<store::Store> store, Post post)
    : limits_(limits),
      ticker_(ticker),
      post_(std::move(post)),
      default_world_(make("", settings, std::move(store))),
      settings_(std::move(settings)),
      default_last_used_(steady_now()) {
  ticker_.wake(default_world_, Millis(0));  // for what the store brought
  if (limits_.idle) {
    ticker_.set_chore(std::clamp(*limits_.idle / kLooksInLimit, kShortestPause, kLongestPause),
                      [this] { remove_idle(steady_now()); });
  }
}

Worlds::~Worlds() {
  ticker_.stop();
}

WorldSettings Worlds::settings() {
  const std::lock_guard lock(mutex_);
  return settings_;
}

void Worlds::set_rules(const std::shared_ptr<const scenario::Rules>& rules) {
  std::vector<std::shared_ptr<World>> worlds = {default_world_};
  {
    const std::lock_guard lock(mutex_);
    settings_.rules = rules;
    for (const auto& [name, entry] : worlds_) worlds.push_back(entry.world);
  }
  for (const auto& world : worlds) world->set_start_rules(rules);
}

bool Worlds::is_valid_name(std::string_view name) {
  // Clients resolve "." and ".." in a path before they send it.
  return !name.empty() && name != "." && name != ".." && name.size() <= kLongestName &&
         std::ranges::all_of(name, may_stand_in_name);
}

// The world is held weakly: a timer set by the last request of a removed world must not bring it
// back.
std::shared_ptr<World> Worlds::make(std::string_view name, WorldSettings settings,
                                    std::unique_ptr<store::Store> store) {
  if (!store) store = std::make_unique<store::Store>();
  auto self = std::make_shared<std::weak_ptr<World>>();
  World::Post post;
  if (post_) {
    post = [this, self] {
      if (const auto alive = self->lock()) post_(alive);
    };
  }
  auto world = std::make_shared<World>(
      std::string(name), std::move(settings),
      [this, self](Millis wait) {
        if (const auto alive = self->lock()) ticker_.wake(alive, wait);
      },
      std::move(store), std::move(post));
  *self = world;
  return world;
}

std::shared_ptr<World> Worlds::add(std::string_view name, WorldSettings settings) {
  if (worlds_.size() >= limits_.most) return nullptr;
  std::shared_ptr<World> world = make(name, std::move(settings));
  auto door = std::make_shared<std::shared_ptr<World>>(world);
  return enter(
      worlds_.emplace(name, Entry{std::move(world), std::move(door), steady_now()}).first->second);
}

std::shared_ptr<World> Worlds::enter(const Entry& entry) {
  return {entry.door, entry.world.get()};
}

std::shared_ptr<World> Worlds::get_or_create(std::string_view name) {
  const std::lock_guard lock(mutex_);
  if (name.empty()) {
    default_last_used_ = steady_now();
    return default_world_;
  }
  const auto found = worlds_.find(name);
  if (found == worlds_.end()) return add(name, settings_);
  found->second.last_used = steady_now();
  return enter(found->second);
}

Result<std::shared_ptr<World>, Worlds::Refusal> Worlds::create(std::string_view name,
                                                               WorldSettings settings) {
  const std::lock_guard lock(mutex_);
  if (worlds_.contains(name)) return Refusal::kNameIsTaken;
  std::shared_ptr<World> world = add(name, std::move(settings));
  if (!world) return Refusal::kTooMany;
  return world;
}

void Worlds::retire(World& world) {
  world.retire();
  ticker_.forget(world);
}

bool Worlds::remove(std::string_view name) {
  std::shared_ptr<World> world;
  {
    const std::lock_guard lock(mutex_);
    const auto found = worlds_.find(name);
    if (found == worlds_.end()) return false;
    world = std::move(found->second.world);
    worlds_.erase(found);
  }
  retire(*world);
  return true;
}

// Who uses a world has come in here, under the mutex: when nobody shares the door, nobody does.
// Lists and ticks do not count.
void Worlds::remove_idle(Time now) {
  if (!limits_.idle) return;
  std::vector<std::shared_ptr<World>> idle;  // destroyed without the mutex
  {
    const std::lock_guard lock(mutex_);
    for (auto entry = worlds_.begin(); entry != worlds_.end();) {
      auto& [world, door, last_used] = entry->second;
      if (door.use_count() > 1) last_used = std::max(last_used, now);
      if (now - last_used > *limits_.idle) {
        idle.push_back(std::move(world));
        entry = worlds_.erase(entry);
      } else {
        ++entry;
      }
    }
  }
  for (const auto& world : idle) retire(*world);
}

std::vector<Worlds::Listed> Worlds::list() {
  const Time now = steady_now();
  const auto idle = [&](Time last_used) {
    return std::chrono::duration_cast<Millis>(std::max(now - last_used, Time::duration(0)));
  };
  const std::lock_guard lock(mutex_);
  std::vector<Listed> worlds = {{default_world_, idle(default_last_used_)}};
  for (const auto& [name, entry] : worlds_) worlds.push_back({entry.world, idle(entry.last_used)});
  return worlds;
}

}  // namespace irisim::engine
