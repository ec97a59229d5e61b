// Snapshots: refused with the world as it was, or a world that goes on and gives one of its own.

#include "app/shipped_world.h"
#include "base/check.h"
#include "engine/world.h"
#include "tests/fuzz/targets.h"

namespace irisim::fuzz {
namespace {

constexpr Millis kAWhile = std::chrono::days(10);

engine::World& world() {
  static engine::World world(
      "",
      [] {
        engine::WorldSettings settings = app::shipped_world();
        settings.clock_mode = Clock::Mode::kManual;
        settings.most_firings = 1'000;
        return settings;
      }(),
      [](Millis) {});
  return world;
}

int64_t create(engine::World& in) {
  return in.write([](engine::Session& session) {
    session.ensure_account("14");
    store::Order order;
    order.type = "portins";
    order.account = "14";
    order.document = "<LnpOrder/>";
    engine::begin_life(session, order, {}, "create");
    return order.row;
  });
}

void advance_by(engine::World& in, Millis time) {
  engine::Advance advance;
  advance.target = in.clock().now + time;
  IRISIM_CHECK(in.go_on(advance) == engine::Progress::kOver);
}

}  // namespace

void run_snapshot(std::string_view bytes) {
  if (const auto unfit = world().restore(bytes)) {
    IRISIM_CHECK(!unfit->message.empty());
    return;
  }
  create(world());
  if (world().clock().mode == Clock::Mode::kManual) advance_by(world(), kAWhile);
  IRISIM_CHECK(!world().restore(world().snapshot()));
}

std::vector<std::string> snapshot_seeds() {
  world().reset();
  std::vector<std::string> seeds = {world().snapshot()};
  create(world());
  seeds.push_back(world().snapshot());
  advance_by(world(), kAWhile);
  seeds.push_back(world().snapshot());
  return seeds;
}

}  // namespace irisim::fuzz
