#include "tests/fuzz/targets.h"

#include <algorithm>

#include "base/check.h"

namespace irisim::fuzz {
namespace {

constexpr Target kTargets[] = {
    {"framer", run_framer, framer_seeds},
    {"router", run_router, router_seeds},
    {"api", run_api, api_seeds},
    {"control", run_control, control_seeds},
    {"scenario", run_scenario, scenario_seeds},
    {"snapshot", run_snapshot, snapshot_seeds},
    {"users", run_users, users_seeds},
};

}  // namespace

std::span<const Target> targets() {
  return kTargets;
}

const Target& target(std::string_view name) {
  const auto found = std::ranges::find(kTargets, name, &Target::name);
  IRISIM_CHECK(found != std::end(kTargets));
  return *found;
}

}  // namespace irisim::fuzz
