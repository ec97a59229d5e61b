#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "engine/ticker.h"
#include "engine/traffic.h"
#include "engine/world.h"

namespace irisim::engine {

// How many worlds there may be, and for how long.
struct WorldLimits {
  size_t most = 10'000;        // named ones
  std::optional<Millis> idle;  // in wall time, after which an unused one is removed; absent: never
};

// The worlds of a server: the default one, which has no name and is always there, and named ones,
// made on first use. Safe to use from any thread. A world that is removed lives on until the last
// request in it has ended.
class Worlds {
 public:
  using Time = std::chrono::steady_clock::time_point;

  // Told, by any thread, that a world has deliveries to make. Without one none is made.
  using Post = std::function<void(const std::shared_ptr<World>&)>;

  // The default world goes on with what is in the store, and keeps it there; null: a new one, in
  // memory.
  Worlds(WorldSettings settings, WorldLimits limits, Ticker& ticker,
         std::unique_ptr<store::Store> store = nullptr, Post post = nullptr);
  ~Worlds();  // stops the ticker
  Worlds(const Worlds&) = delete;
  Worlds& operator=(const Worlds&) = delete;

  std::shared_ptr<World> default_world() const { return default_world_; }

  // The world of the name, the default one for an empty name; one that is not there is made. Null
  // when there are as many as there may be. The world counts as used, and as in use for as long as
  // the caller has it.
  std::shared_ptr<World> get_or_create(std::string_view name);

  // Makes a world with settings of its own.
  enum class Refusal { kNameIsTaken, kTooMany };
  Result<std::shared_ptr<World>, Refusal> create(std::string_view name, WorldSettings settings);

  bool remove(std::string_view name);  // false: no such world

  // Removes the named worlds that nobody has used for longer than the limit. The ticker does it
  // from time to time.
  void remove_idle(Time now);

  struct Listed {
    std::shared_ptr<World> world;
    Millis idle;  // since when nobody has used it, in wall time
  };
  std::vector<Listed> list();  // the default one first, then by name

  WorldSettings settings();  // of worlds made on first use

  // Puts rules in force in all worlds, in place of those of the start; also of worlds to come.
  void set_rules(const std::shared_ptr<const scenario::Rules>& rules);
  const WorldLimits& limits() const { return limits_; }
  Traffic& traffic() { return traffic_; }  // of all of them, also removed ones

  // Names are letters, digits, '.', '_' and '-', at most 64, so that they can stand in a path; "."
  // and ".." cannot.
  static bool is_valid_name(std::string_view name);

 private:
  struct Entry {
    std::shared_ptr<World> world;
    std::shared_ptr<void> door;  // shared with those who use the world; keeps it alive
    Time last_used;
  };
  using Entries = std::map<std::string, Entry, std::less<>>;

  std::shared_ptr<World> make(std::string_view name, WorldSettings settings,
                              std::unique_ptr<store::Store> store = nullptr);
  // Under the mutex: adds one if there may be one more, and lets somebody in.
  std::shared_ptr<World> add(std::string_view name, WorldSettings settings);
  static std::shared_ptr<World> enter(const Entry& entry);
  void retire(World& world);

  const WorldLimits limits_;
  Ticker& ticker_;
  const Post post_;
  Traffic traffic_;
  const std::shared_ptr<World> default_world_;

  std::mutex mutex_;  // guards all below
  WorldSettings settings_;
  Time default_last_used_;
  Entries worlds_;
};

}  // namespace irisim::engine
