#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/catalog.h"

namespace irisim::engine {

// How many requests of the API there have been since the start, in all worlds: GET /metrics. Only
// ever grows; a reset changes nothing. Safe to use from any thread; a request is counted without a
// lock.
class Traffic {
 public:
  using Duration = std::chrono::nanoseconds;

  // Upper bounds of the buckets of the time that a request took; the last has none.
  static constexpr auto kBounds = std::to_array<Duration>(
      {std::chrono::microseconds(100), std::chrono::microseconds(250),
       std::chrono::microseconds(500), std::chrono::milliseconds(1),
       std::chrono::microseconds(2500), std::chrono::milliseconds(5), std::chrono::milliseconds(10),
       std::chrono::milliseconds(25), std::chrono::milliseconds(50), std::chrono::milliseconds(100),
       std::chrono::milliseconds(250), std::chrono::milliseconds(500), std::chrono::seconds(1)});

  // What is known of one operation.
  struct Requests {
    const catalog::Operation* operation = nullptr;           // null: the path or method of none
    std::map<int, uint64_t> by_status;                       // those that occurred
    std::array<uint64_t, kBounds.size() + 1> by_duration{};  // not cumulative
    Duration total{};
  };

  Traffic();
  ~Traffic();

  // An operation of the catalog, or null; a status of HTTP.
  void count(const catalog::Operation* operation, int status, Duration took);
  void count_fault(std::string_view kind);

  std::vector<Requests> requests() const;  // of the operations that were asked for
  std::map<std::string, uint64_t, std::less<>> faults() const;

 private:
  struct Row;
  Row& row(size_t index);

  // One for each operation and one for none; each is made when it is first needed.
  std::vector<std::atomic<Row*>> rows_;

  mutable std::mutex mutex_;  // guards faults_
  std::map<std::string, uint64_t, std::less<>> faults_;
};

}  // namespace irisim::engine
