#include "engine/worlds.h"

#include <algorithm>

namespace irisim::engine {
namespace {

constexpr size_t kLongestName = 64;

bool may_stand_in_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '_' || c == '-';
}

}  // namespace

Worlds::Worlds(WorldSettings settings, Ticker& ticker)
    : settings_(std::move(settings)), ticker_(ticker), default_world_(make("", settings_)) {}

bool Worlds::is_valid_name(std::string_view name) {
  // Clients resolve "." and ".." in a path before they send it.
  return !name.empty() && name != "." && name != ".." && name.size() <= kLongestName &&
         std::ranges::all_of(name, may_stand_in_name);
}

// The world is held weakly: a timer set by the last request of a removed world must not bring it
// back.
std::shared_ptr<World> Worlds::make(std::string_view name, WorldSettings settings) {
  auto self = std::make_shared<std::weak_ptr<World>>();
  auto world =
      std::make_shared<World>(std::string(name), std::move(settings), [this, self](Millis wait) {
        if (const auto alive = self->lock()) ticker_.wake(alive, wait);
      });
  *self = world;
  return world;
}

std::shared_ptr<World> Worlds::get_or_create(std::string_view name) {
  const std::lock_guard lock(mutex_);
  auto found = worlds_.find(name);
  if (found == worlds_.end()) found = worlds_.emplace(name, make(name, settings_)).first;
  return found->second;
}

std::shared_ptr<World> Worlds::create(std::string_view name, WorldSettings settings) {
  const std::lock_guard lock(mutex_);
  if (worlds_.contains(name)) return nullptr;
  return worlds_.emplace(name, make(name, std::move(settings))).first->second;
}

bool Worlds::remove(std::string_view name) {
  std::shared_ptr<World> world;
  {
    const std::lock_guard lock(mutex_);
    const auto found = worlds_.find(name);
    if (found == worlds_.end()) return false;
    world = found->second;
    worlds_.erase(found);
  }
  ticker_.forget(*world);
  return true;
}

std::vector<std::shared_ptr<World>> Worlds::list() {
  std::vector<std::shared_ptr<World>> worlds = {default_world_};
  const std::lock_guard lock(mutex_);
  for (const auto& [name, world] : worlds_) worlds.push_back(world);
  return worlds;
}

}  // namespace irisim::engine
