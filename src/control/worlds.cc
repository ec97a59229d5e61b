#include "control/worlds.h"

#include "control/clock.h"

namespace irisim::control {
namespace {

json::Value world_value(engine::World& world) {
  const Clock::State clock = world.clock();
  return json::Object{
      {"name", world.name()}, {"clock", mode_name(clock.mode)}, {"now", format_instant(clock.now)}};
}

}  // namespace

http::Response list_worlds(const Exchange& exchange) {
  json::Array list;
  for (const auto& world : exchange.worlds.list()) list.push_back(world_value(*world));
  return json_response(200, json::Object{{"worlds", std::move(list)}});
}

http::Response create_world(const Exchange& exchange) {
  const Result<json::Value> body =
      read_object(exchange.request, {"name", "seed", "mode", "now", "speed"});
  if (!body) return problem(400, body.error().message);
  const json::Value* name = body->find("name");
  if (name == nullptr || name->text() == nullptr || !engine::Worlds::is_valid_name(*name->text())) {
    return problem(400, "'name' must be 1 to 64 letters, digits, '.', '_' or '-'");
  }
  engine::WorldSettings settings = exchange.worlds.settings();
  if (const json::Value* seed = body->find("seed")) {
    if (seed->integer() == nullptr) return problem(400, "'seed' must be a whole number");
    settings.seed = static_cast<uint64_t>(*seed->integer());
  }
  Clock::State clock{settings.clock_mode, settings.start.value_or(Instant()), settings.speed};
  if (const auto error = read_clock(*body, clock)) return problem(400, error->message);
  settings.clock_mode = clock.mode;
  settings.speed = clock.speed;
  if (body->find("now") != nullptr) settings.start = clock.now;
  const std::shared_ptr<engine::World> world =
      exchange.worlds.create(*name->text(), std::move(settings));
  if (!world) return problem(409, "There is a world '" + *name->text() + "' already");
  return json_response(201, world_value(*world));
}

http::Response remove_world(const Exchange& exchange) {
  if (!exchange.worlds.remove(exchange.parameter)) {
    return problem(404, "There is no world '" + exchange.parameter + "'");
  }
  return {204, {}, {}, {}};
}

http::Response reset_world(const Exchange& exchange) {
  exchange.world.reset();
  return json_response(200, world_value(exchange.world));
}

}  // namespace irisim::control
