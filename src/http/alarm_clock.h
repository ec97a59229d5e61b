#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <queue>
#include <unordered_map>
#include <vector>

namespace irisim::http {

// Deadlines of many connections. One that is moved later, as most are with each request, costs
// nothing until its old time comes. Safe to use from any thread.
class AlarmClock {
 public:
  using Time = std::chrono::steady_clock::time_point;

  // Sets the connection's deadline. Gives true if it is now the first of all.
  bool set(uint64_t id, Time deadline);
  void set_if_none(uint64_t id, Time deadline);
  void cancel(uint64_t id);

  // Takes off a connection whose deadline has come; nothing when there is none.
  std::optional<uint64_t> take_due(Time now);

  // When take_due() has to be called next.
  std::optional<Time> next();

 private:
  struct Entry {
    Time time;
    uint64_t id;
    bool operator>(const Entry& other) const { return time > other.time; }
  };
  struct Alarm {
    Time deadline;
    Time queued;  // the time of its entry that counts; others are left over
  };

  void push(uint64_t id, Time time);
  void drop_leftovers();

  std::mutex mutex_;  // guards all below
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue_;
  std::unordered_map<uint64_t, Alarm> alarms_;
};

}  // namespace irisim::http
