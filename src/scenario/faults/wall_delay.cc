#include "scenario/faults/wall_delay.h"

#include <algorithm>

namespace irisim::scenario {
namespace {

constexpr Millis kLongest = std::chrono::minutes(10);

void check_bound(const yaml::Node& node, Millis longest, yaml::Reader& reader) {
  if (longest > kLongest)
    reader.fault(node, "a client waits for it in wall time: it is at most 10m");
}

}  // namespace

Delay read_wall_delay(const yaml::Node& node, yaml::Reader& reader) {
  const Delay delay = read_delay(node, reader);
  check_bound(node, std::max(delay.least, delay.most), reader);
  return delay;
}

Millis sample_wall_delay(const Delay& delay, uint64_t roll) {
  return std::min(delay.sample(roll), kLongest);
}

Millis read_wall_duration(const yaml::Node& node, yaml::Reader& reader) {
  const Millis duration = reader.duration(node).value_or(Millis(0));
  check_bound(node, duration, reader);
  return duration;
}

}  // namespace irisim::scenario
