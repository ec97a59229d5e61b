#include "engine/journal.h"

#include <utility>

namespace irisim::engine {
namespace {

size_t bytes_of(const std::vector<http::Header>& headers) {
  size_t bytes = headers.size() * sizeof(http::Header);
  for (const auto& [name, value] : headers) bytes += name.size() + value.size();
  return bytes;
}

size_t bytes_of(const std::vector<KeptPart>& parts) {
  size_t bytes = parts.size() * sizeof(KeptPart);
  for (const KeptPart& part : parts)
    bytes += part.name.size() + part.filename.size() + part.type.size() + part.body.text.size();
  return bytes;
}

// About what the entry takes in memory; the same for the same exchange.
size_t bytes_of(const JournalEntry& entry) {
  return sizeof entry + entry.target.size() + entry.path.size() + entry.body.text.size() +
         entry.answer_body.text.size() + bytes_of(entry.headers) + bytes_of(entry.answer_headers) +
         bytes_of(entry.parts) + entry.visitor.happened.size() * sizeof(Happening);
}

constexpr size_t kMostKept = size_t{64} * 1024;  // of a body

// A character that takes several bytes is not torn.
size_t end_of_characters(std::string_view text, size_t end) {
  constexpr size_t kMostBytes = 4;
  for (size_t back = 0; back < kMostBytes && back < end; ++back) {
    if ((static_cast<unsigned char>(text[end - back]) & 0xC0) != 0x80) return end - back;
  }
  return end;
}

}  // namespace

KeptBody keep_body(std::string_view text) {
  if (text.size() <= kMostKept) return {std::string(text), false, text.size()};
  return {std::string(text.substr(0, end_of_characters(text, kMostKept))), true, text.size()};
}

// What is cut is copied, so that the rest of it is freed.
KeptBody keep_body(std::string&& text) {
  if (text.size() > kMostKept) return keep_body(std::string_view(text));
  const size_t size = text.size();
  return {std::move(text), false, size};
}

void Journal::add(JournalEntry entry) {
  const size_t bytes = bytes_of(entry);
  const auto added = std::make_shared<JournalEntry>(std::move(entry));
  std::vector<Kept> dropped;  // and freed without the lock
  Watchers told;
  {
    const std::lock_guard lock(mutex_);
    added->id = next_id_++;
    kept_.push_back({added, bytes});
    bytes_ += bytes;
    while (!kept_.empty() && (kept_.size() > limits_.entries || bytes_ > limits_.bytes)) {
      bytes_ -= kept_.front().bytes;
      dropped.push_back(std::move(kept_.front()));
      kept_.pop_front();
      complete_ = false;
    }
    told = watchers();
  }
  for (const auto& watcher : told) watcher->see(added);
}

Journal::Entry Journal::find(uint64_t id) const {
  const std::lock_guard lock(mutex_);
  if (kept_.empty() || id < kept_.front().entry->id || id > kept_.back().entry->id) return nullptr;
  return kept_[id - kept_.front().entry->id].entry;
}

Journal::Picture Journal::list() const {
  const std::lock_guard lock(mutex_);
  return picture();
}

Journal::Picture Journal::watch(const std::weak_ptr<Watcher>& watcher) {
  const std::lock_guard lock(mutex_);
  watchers_.push_back(watcher);
  return picture();
}

void Journal::clear() {
  empty(0);
}

void Journal::restart() {
  empty(1);
}

void Journal::empty(uint64_t next_id) {
  std::deque<Kept> dropped;  // and freed without the lock
  Watchers told;
  {
    const std::lock_guard lock(mutex_);
    dropped.swap(kept_);
    bytes_ = 0;
    complete_ = true;
    if (next_id != 0) next_id_ = next_id;
    told = watchers();
  }
  for (const auto& watcher : told) watcher->forget();
}

Journal::Watchers Journal::watchers() {
  Watchers alive;
  std::erase_if(watchers_, [&](const std::weak_ptr<Watcher>& weak) {
    std::shared_ptr<Watcher> watcher = weak.lock();
    if (!watcher) return true;
    alive.push_back(std::move(watcher));
    return false;
  });
  return alive;
}

Journal::Picture Journal::picture() const {
  Picture picture;
  picture.entries.reserve(kept_.size());
  for (const Kept& kept : kept_) picture.entries.push_back(kept.entry);
  picture.complete = complete_;
  return picture;
}

}  // namespace irisim::engine
