#include "control/worlds.h"

#include "control/clock.h"
#include "control/scenarios.h"

namespace irisim::control {
namespace {

json::Object value_of(engine::World& world) {
  const Clock::State clock = world.clock();
  const engine::Census census = world.census();
  return {{"name", world.name()},
          {"clock", mode_name(clock.mode)},
          {"now", format_instant(clock.now)},
          {"orders", census.count_orders()},
          {"numbers", census.numbers},
          {"timers", census.timers}};
}

// The settings with what the body says of the new world instead.
Result<engine::WorldSettings> read_settings(const json::Value& body,
                                            engine::WorldSettings settings) {
  if (const json::Value* seed = body.find("seed")) {
    if (seed->integer() == nullptr || *seed->integer() < 0)
      return Error{"'seed' must be a whole number from 0"};
    settings.seed = static_cast<uint64_t>(*seed->integer());
  }
  Clock::State clock{settings.clock_mode, settings.start.value_or(Instant()), settings.speed};
  if (auto error = read_clock(body, clock)) return std::move(*error);
  settings.clock_mode = clock.mode;
  settings.speed = clock.speed;
  if (body.find("now") != nullptr) settings.start = clock.now;
  return settings;
}

// The sets of scenarios in the body, each YAML text or an object.
using Sets = std::vector<engine::RuleBook::Set>;
Result<Sets, http::Response> read_scenarios(const json::Value& body, scenario::Rules rules) {
  Sets sets;
  const json::Value* given = body.find("scenarios");
  if (given == nullptr) return sets;
  if (given->object() == nullptr)
    return problem(400, "'scenarios' must be an object of sets by name, each as in a PUT of it");
  for (const auto& [name, set] : *given->object()) {
    auto read = read_set(name, set.text() != nullptr ? *set.text() : json::print(set), rules);
    if (!read) return faults_problem(read.error());
    rules = lay_over(read->rules, std::move(rules));
    sets.push_back(std::move(*read));
  }
  return sets;
}

}  // namespace

http::Response world_response(int status, engine::World& world) {
  return json_response(status, value_of(world));
}

http::Response list_worlds(const Exchange& exchange) {
  json::Array list;
  for (const auto& [world, idle] : exchange.worlds.list()) {
    json::Object value = value_of(*world);
    value.emplace_back("lastUsed", format_instant(wall_now() - idle));
    value.emplace_back("idleSeconds", std::chrono::duration<double>(idle).count());
    list.emplace_back(std::move(value));
  }
  return json_response(200, json::Object{{"worlds", std::move(list)}});
}

http::Response create_world(const Exchange& exchange) {
  const Result<json::Value> body =
      read_object(exchange.request, {"name", "seed", "mode", "now", "speed", "scenarios"});
  if (!body) return problem(400, body.error().message);
  const json::Value* name = body->find("name");
  if (name == nullptr || name->text() == nullptr || !engine::Worlds::is_valid_name(*name->text())) {
    return problem(400, "'name' must be 1 to 64 letters, digits, '.', '_' or '-'");
  }
  Result<engine::WorldSettings> settings = read_settings(*body, exchange.worlds.settings());
  if (!settings) return problem(400, settings.error().message);
  Result<Sets, http::Response> sets = read_scenarios(*body, *settings->rules);
  if (!sets) return sets.error();
  settings->scenarios = std::move(*sets);
  const auto world = exchange.worlds.create(*name->text(), std::move(*settings));
  if (world) return world_response(201, **world);
  if (world.error() == engine::Worlds::Refusal::kTooMany)
    return problem(503, too_many_worlds(exchange.worlds));
  return problem(409, "There is a world '" + *name->text() + "' already");
}

std::string too_many_worlds(const engine::Worlds& worlds) {
  return "There are " + std::to_string(worlds.limits().most) +
         " worlds, and no more may be made (--max-worlds). DELETE /__admin/worlds/NAME removes "
         "one, and --world-idle those that nobody uses.";
}

http::Response remove_world(const Exchange& exchange) {
  if (!exchange.worlds.remove(exchange.parameter)) {
    return problem(404, "There is no world '" + exchange.parameter + "'");
  }
  return {204, {}, {}, {}};
}

http::Response reset_world(const Exchange& exchange) {
  exchange.world.reset();
  return world_response(200, exchange.world);
}

}  // namespace irisim::control
