#include "http/alarm_clock.h"

namespace irisim::http {
namespace {

// Entries of alarms that were cancelled or moved stay in the queue until their time, or until they
// outnumber the others.
constexpr size_t kFewLeftovers = 1024;

}  // namespace

bool AlarmClock::set(uint64_t id, Time deadline) {
  const std::lock_guard lock(mutex_);
  const auto [entry, is_new] = alarms_.try_emplace(id, Alarm{deadline, deadline});
  entry->second.deadline = deadline;
  if (!is_new && entry->second.queued <= deadline) return false;
  entry->second.queued = deadline;
  push(id, deadline);
  return queue_.top().id == id;
}

void AlarmClock::set_if_none(uint64_t id, Time deadline) {
  const std::lock_guard lock(mutex_);
  if (alarms_.try_emplace(id, Alarm{deadline, deadline}).second) push(id, deadline);
}

void AlarmClock::cancel(uint64_t id) {
  const std::lock_guard lock(mutex_);
  alarms_.erase(id);
  drop_leftovers();
}

void AlarmClock::push(uint64_t id, Time time) {
  queue_.push({time, id});
  drop_leftovers();
}

void AlarmClock::drop_leftovers() {
  if (queue_.size() < kFewLeftovers + 2 * alarms_.size()) return;
  std::vector<Entry> live;
  live.reserve(alarms_.size());
  for (const auto& [id, alarm] : alarms_) live.push_back({alarm.queued, id});
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
