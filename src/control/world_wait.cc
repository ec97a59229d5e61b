#include "control/world_wait.h"

#include "base/clock.h"

namespace irisim::control {

http::Response wait_in_world(const Exchange& exchange, Awaited awaited) {
  // Whoever waits is no longer there when the world is removed, or knows no other end but the time.
  const auto too_few = [awaited] {
    return problem(408, "Fewer than " + std::to_string(awaited.count) + " matching " +
                            awaited.noun + " were there within " +
                            format_duration(awaited.timeout));
  };
  const auto later = std::make_shared<http::Later>(steady_now() + awaited.timeout, too_few);
  exchange.world.watch([&world = exchange.world, awaited = std::move(awaited),
                        waiting = std::weak_ptr<http::Later>(later)](int) {
    const std::shared_ptr<http::Later> waiter = waiting.lock();
    if (!waiter) return engine::Progress::kOver;
    if (world.read(awaited.count_now) < awaited.count) return engine::Progress::kWaits;
    waiter->fulfil(json_response(200, world.read(awaited.list)));
    return engine::Progress::kOver;
  });
  return answer_later(later);
}

}  // namespace irisim::control
