#include "engine/traffic.h"

#include <gtest/gtest.h>

#include "tests/support/threads.h"

namespace irisim::engine {
namespace {

using namespace std::chrono_literals;

const catalog::Operation& kFirst = catalog::operations().front();
const catalog::Operation& kLast = catalog::operations().back();

TEST(Traffic, IsCountedByOperationAndStatus) {
  Traffic traffic;
  EXPECT_TRUE(traffic.requests().empty());
  traffic.count(&kFirst, 200, 1us);
  traffic.count(&kFirst, 404, 1us);
  traffic.count(&kFirst, 200, 1us);
  traffic.count(&kLast, 599, 1us);
  traffic.count(nullptr, 100, 1us);
  const std::vector<Traffic::Requests> all = traffic.requests();
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].operation, &kFirst);
  EXPECT_EQ(all[0].by_status, (std::map<int, uint64_t>{{200, 2}, {404, 1}}));
  EXPECT_EQ(all[1].operation, &kLast);
  EXPECT_EQ(all[1].by_status, (std::map<int, uint64_t>{{599, 1}}));
  EXPECT_EQ(all[2].operation, nullptr);
  EXPECT_EQ(all[2].by_status, (std::map<int, uint64_t>{{100, 1}}));
}

TEST(Traffic, ABoundBelongsToItsBucket) {
  Traffic traffic;
  for (const Traffic::Duration took : {0ns, 99'999ns, 100'000ns, 100'001ns})
    traffic.count(&kFirst, 200, took);
  traffic.count(&kFirst, 200, 1s);
  traffic.count(&kFirst, 200, 1s + 1ns);
  const Traffic::Requests requests = traffic.requests().front();
  EXPECT_EQ(requests.by_duration.front(), 3u);
  EXPECT_EQ(requests.by_duration[1], 1u);
  EXPECT_EQ(requests.by_duration[Traffic::kBounds.size() - 1], 1u);
  EXPECT_EQ(requests.by_duration.back(), 1u);
  EXPECT_EQ(requests.total, 2s + 300'001ns);
}

TEST(Traffic, NothingIsLostBetweenThreads) {
  constexpr int kEach = 1000;
  Traffic traffic;
  test::in_threads([&](int) {
    for (int i = 0; i < kEach; ++i) {
      traffic.count(&kFirst, 200, 1us);
      traffic.count_fault("HANG");
    }
  });
  const Traffic::Requests requests = traffic.requests().front();
  EXPECT_EQ(requests.by_status.at(200), uint64_t{test::kThreads * kEach});
  EXPECT_EQ(requests.by_duration.front(), uint64_t{test::kThreads * kEach});
  EXPECT_EQ(traffic.faults().at("HANG"), uint64_t{test::kThreads * kEach});
}

}  // namespace
}  // namespace irisim::engine
