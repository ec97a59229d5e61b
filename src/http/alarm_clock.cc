#include "http/alarm_clock.h"

namespace irisim::http {
namespace {

// Entries of cancelled alarms stay in the queue until their time, or until they outnumber the
// others.
constexpr size_t kFewLeftovers = 1024;

}  // namespace

bool AlarmClock::set(uint64_t id, Time deadline) {
  const std::lock_guard lock(mutex_);
  const auto [entry, is_new] = alarms_.try_emplace(id, Alarm{deadline, deadline});
  entry->second.deadline = deadline;
  if (!is_new && entry->second.queued <= deadline) return false;
  entry->second.queued = deadline;
  queue_.push({deadline, id});
  return queue_.top().id == id;
}

void AlarmClock::cancel(uint64_t id) {
  const std::lock_guard lock(mutex_);
  alarms_.erase(id);
  if (queue_.size() < kFewLeftovers + 2 * alarms_.size()) return;
  std::vector<Entry> live;
  for (const auto& [alarm_id, alarm] : alarms_) live.push_back({alarm.queued, alarm_id});
  queue_ = decltype(queue_)(std::greater<>(), std::move(live));
}

std::optional<uint64_t> AlarmClock::take_due(Time now) {
  const std::lock_guard lock(mutex_);
  while (!queue_.empty() && queue_.top().time <= now) {
    const Entry entry = queue_.top();
    queue_.pop();
    const auto found = alarms_.find(entry.id);
    if (found == alarms_.end() || found->second.queued != entry.time) continue;
    if (found->second.deadline > now) {
      found->second.queued = found->second.deadline;
      queue_.push({found->second.deadline, entry.id});
      continue;
    }
    alarms_.erase(found);
    return entry.id;
  }
  return std::nullopt;
}

std::optional<AlarmClock::Time> AlarmClock::next() {
  const std::lock_guard lock(mutex_);
  if (queue_.empty()) return std::nullopt;
  return queue_.top().time;
}

}  // namespace irisim::http
