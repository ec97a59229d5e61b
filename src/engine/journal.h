#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "catalog/catalog.h"
#include "engine/visitor.h"
#include "http/message.h"

namespace irisim::engine {

// A body as far as the journal keeps it.
struct KeptBody {
  std::string text;
  bool is_cut = false;
  size_t size = 0;  // in bytes, as it was sent
};

// At most 64 KB of it, copied or taken over.
KeptBody keep_body(std::string_view text);
KeptBody keep_body(std::string&& text);

struct KeptPart {  // of a multipart/form-data body
  std::string name, filename, type;
  KeptBody body;
};

// One exchange with the API: a request with its answer. Secrets are not in it (request/redact.h).
// Or one with an endpoint of the client's, which is asked: then the target is its URL, the path
// that of the documented call, and a status of 0 means that there was no answer.
struct JournalEntry {
  uint64_t id = 0;     // 1, 2, 3, … in the order in which they were answered
  Instant at;          // the world's time when it was answered
  std::string method;  // as sent
  std::string target;  // as sent: "/worlds/w/api/accounts/1/portins?page=1"
  std::string path;    // of it, decoded, without world, base path and query: "/accounts/1/portins"
  const catalog::Operation* operation = nullptr;  // null: the path is of none
  std::string account;                            // of the path; empty: none
  std::string user;                               // as orders show it; empty: no operation
  std::vector<std::string> values;                // of the path's parameters, in order
  std::string fault;                              // its name; empty: none
  std::string_view fault_kind;                    // of a fault rule's; empty: no rule's
  bool is_replay = false;                         // not computed from state

  std::vector<http::Header> headers;
  KeptBody body;
  std::vector<KeptPart> parts;  // instead of the body

  int status = 0;
  std::vector<http::Header> answer_headers;
  KeptBody answer_body;

  bool is_outgoing = false;
  std::string problem;  // with the endpoint's answer, or why there is none; empty: none

  // Of a request that reached a live operation. Its subject no longer points to the request.
  Visitor visitor;
};

// What has been asked of a world and answered, the latest of it: bounded by count and by bytes.
// Safe to use from any thread; its lock is its own, and no other is taken while it is held.
class Journal {
 public:
  using Entry = std::shared_ptr<const JournalEntry>;

  struct Limits {
    size_t entries = 1000;  // 0: nothing is recorded
    size_t bytes = size_t{16} * 1024 * 1024;
  };

  // What is recorded, in the order of ids.
  struct Picture {
    std::vector<Entry> entries;
    bool complete = true;  // nothing has been dropped to keep within the limits
  };

  // Is told of what happens to the journal, without its lock, by the thread that makes it happen.
  class Watcher {
   public:
    virtual ~Watcher() = default;
    virtual void see(const Entry& entry) = 0;  // that was added
    virtual void forget() = 0;                 // all that it has seen
  };

  explicit Journal(Limits limits) : limits_(limits) {}

  bool is_on() const { return limits_.entries != 0; }

  void add(JournalEntry entry);  // sets its id

  Entry find(uint64_t id) const;  // null when there is none
  Picture list() const;

  // The watcher is told of everything that is not in the picture, until it is gone.
  Picture watch(const std::weak_ptr<Watcher>& watcher);

  void clear();    // forgets everything; ids go on
  void restart();  // likewise, and ids begin again

 private:
  using Watchers = std::vector<std::shared_ptr<Watcher>>;
  struct Kept {
    Entry entry;
    size_t bytes = 0;
  };

  Watchers watchers();           // under the lock: those that are still there
  void empty(uint64_t next_id);  // 0: ids go on
  Picture picture() const;       // under the lock

  const Limits limits_;

  mutable std::mutex mutex_;  // guards all below
  std::deque<Kept> kept_;     // of consecutive ids
  size_t bytes_ = 0;          // of these
  bool complete_ = true;
  uint64_t next_id_ = 1;
  std::vector<std::weak_ptr<Watcher>> watchers_;
};

}  // namespace irisim::engine
