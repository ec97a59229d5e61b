#include "scenario/delay.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "scenario/form.h"

namespace irisim::scenario {
namespace {

constexpr auto kLongest = std::chrono::days(10'000);

Millis uniform(Millis least, Millis most, uint64_t roll) {
  const auto width = static_cast<uint64_t>((most - least).count()) + 1;
  return least + Millis(static_cast<int64_t>(roll % width));
}

// Box and Muller's: two evenly spread numbers make a normally spread one.
double normal(uint64_t roll) {
  constexpr double kRange = 4294967296.0;  // 2^32
  const double a = (static_cast<double>(roll >> 32) + 1) / kRange;
  const double b = static_cast<double>(roll & 0xFFFFFFFF) / kRange;
  return std::sqrt(-2 * std::log(a)) * std::cos(2 * std::numbers::pi * b);
}

Millis lognormal(Millis median, double sigma, uint64_t roll) {
  const double factor = std::exp(sigma * normal(roll));
  const double longest = static_cast<double>(Millis(kLongest).count());
  return Millis(std::llround(std::min(static_cast<double>(median.count()) * factor, longest)));
}

void read_uniform(const yaml::Node& node, yaml::Reader& reader, Delay& delay) {
  if (node.kind != yaml::Node::Kind::kSequence || node.items.size() != 2) {
    reader.fault(node, "'uniform' takes the shortest and the longest: [1h, 3h]");
    return;
  }
  delay.spread = Delay::Spread::kUniform;
  delay.least = reader.duration(node.items[0]).value_or(Millis(0));
  delay.most = reader.duration(node.items[1]).value_or(delay.least);
  if (delay.most < delay.least) {
    reader.fault(node.items[1], "'" + node.items[1].scalar + "' is shorter than '" +
                                    node.items[0].scalar + "': the shortest comes first");
  }
  delay.most = std::max(delay.most, delay.least);
}

void read_lognormal(const yaml::Node& node, yaml::Reader& reader, Delay& delay) {
  constexpr double kWidest = 10;
  if (!reader.expect_map(node, names(lognormal_keys()))) return;
  delay.spread = Delay::Spread::kLognormal;
  if (const yaml::Node* median = reader.require(node, "median"))
    delay.least = reader.duration(*median).value_or(Millis(0));
  if (const yaml::Node* sigma = reader.require(node, "sigma"))
    delay.sigma = reader.real(*sigma, 0, kWidest);
}

}  // namespace

Millis Delay::sample(uint64_t roll) const {
  Millis delay = least;
  if (spread == Spread::kUniform) delay = uniform(least, most, roll);
  if (spread == Spread::kLognormal) delay = lognormal(least, sigma, roll);
  return jitter > Millis(0) ? delay + uniform(Millis(0), jitter, roll) : delay;
}

Delay read_delay(const yaml::Node& node, yaml::Reader& reader) {
  Delay delay;
  if (node.kind != yaml::Node::Kind::kMap) {
    delay.least = reader.duration(node).value_or(Millis(0));
    return delay;
  }
  if (!reader.expect_map(node, names(delay_keys()))) return delay;
  if (node.members.size() != 1) {
    reader.fault(node, "a delay is either 'uniform' or 'lognormal'");
    return delay;
  }
  if (const yaml::Node* range = node.find("uniform")) read_uniform(*range, reader, delay);
  if (const yaml::Node* shape = node.find("lognormal")) read_lognormal(*shape, reader, delay);
  return delay;
}

}  // namespace irisim::scenario
