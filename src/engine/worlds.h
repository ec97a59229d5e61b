#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "engine/ticker.h"
#include "engine/traffic.h"
#include "engine/world.h"

namespace irisim::engine {

// The worlds of a server: the default one, which has no name and is always there, and named ones,
// made on first use. Safe to use from any thread. A world that is removed lives on until the last
// request in it has ended.
class Worlds {
 public:
  Worlds(WorldSettings settings, Ticker& ticker);

  std::shared_ptr<World> default_world() const { return default_world_; }
  std::shared_ptr<World> get_or_create(std::string_view name);

  // Makes a world with settings of its own; null when the name is taken.
  std::shared_ptr<World> create(std::string_view name, WorldSettings settings);
  bool remove(std::string_view name);          // false: no such world
  std::vector<std::shared_ptr<World>> list();  // the default one first, then by name

  const WorldSettings& settings() const { return settings_; }  // of worlds made on first use
  Traffic& traffic() { return traffic_; }                      // of all of them, also removed ones

  // Names are letters, digits, '.', '_' and '-', at most 64, so that they can stand in a path; "."
  // and ".." cannot.
  static bool is_valid_name(std::string_view name);

 private:
  std::shared_ptr<World> make(std::string_view name, WorldSettings settings);

  const WorldSettings settings_;
  Ticker& ticker_;
  Traffic traffic_;
  const std::shared_ptr<World> default_world_;

  std::mutex mutex_;  // guards worlds_
  std::map<std::string, std::shared_ptr<World>, std::less<>> worlds_;
};

}  // namespace irisim::engine
