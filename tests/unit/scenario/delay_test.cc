#include "scenario/delay.h"

#include <algorithm>
#include <set>
#include <vector>

#include <gtest/gtest.h>

#include "base/ids.h"

namespace irisim::scenario {
namespace {

using namespace std::chrono_literals;
using Spread = Delay::Spread;

std::vector<Millis> sorted_samples(const Delay& delay) {
  constexpr int kCount = 10'001;
  const Dice dice{7};
  std::vector<Millis> samples;
  for (int i = 0; i < kCount; ++i)
    samples.push_back(delay.sample(dice.roll("test", static_cast<uint64_t>(i))));
  std::ranges::sort(samples);
  return samples;
}

TEST(Delay, IsTheSameWithoutASpread) {
  const Delay delay{.least = 2s};
  EXPECT_FALSE(delay.is_random());
  EXPECT_EQ(delay.sample(12345), 2s);
}

TEST(Delay, ReachesBothEndsOfItsJitterAndNothingBeyond) {
  const Delay delay{.least = 2s, .jitter = 3ms};
  EXPECT_TRUE(delay.is_random());
  const std::vector<Millis> samples = sorted_samples(delay);
  EXPECT_EQ(std::set<Millis>(samples.begin(), samples.end()),
            (std::set<Millis>{2000ms, 2001ms, 2002ms, 2003ms}));
}

TEST(Delay, ReachesBothEndsOfItsRangeAndNothingBeyond) {
  const std::vector<Millis> samples =
      sorted_samples({.spread = Spread::kUniform, .least = 10ms, .most = 12ms});
  EXPECT_EQ(std::set<Millis>(samples.begin(), samples.end()), (std::set<Millis>{10ms, 11ms, 12ms}));
}

// Of a lognormal spread with sigma 0.5, a sixth is more than e^0.5 times the median.
TEST(Delay, SpreadsAroundItsMedian) {
  const std::vector<Millis> samples =
      sorted_samples({.spread = Spread::kLognormal, .least = 10s, .sigma = 0.5});
  const auto part = [&](double fraction) {
    return samples[static_cast<size_t>(fraction * static_cast<double>(samples.size()))];
  };
  EXPECT_NEAR(static_cast<double>(part(0.5).count()), 10'000, 300);
  EXPECT_NEAR(static_cast<double>(part(0.841).count()), 16'487, 600);
  EXPECT_NEAR(static_cast<double>(part(0.159).count()), 6'065, 250);
}

}  // namespace
}  // namespace irisim::scenario
