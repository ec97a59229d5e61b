#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "control/request_query.h"
#include "engine/journal.h"
#include "http/later.h"

namespace irisim::control {

// Somebody who waits for requests: sees those that the journal records, and gives its answer when
// there are enough. It lives as long as its answer is waited for. Its lock is held while no other
// is taken.
class RequestWait final : public engine::Journal::Watcher {
 public:
  // Watches the journal from what it has already, and gives the answer or what brings it.
  static http::Response begin(engine::Journal& journal, RequestQuery query);

  void see(const engine::Journal::Entry& entry) override;
  void forget() override;

 private:
  explicit RequestWait(RequestQuery query) : query_(std::move(query)) {}
  http::Response too_few() const;

  const RequestQuery query_;
  std::weak_ptr<http::Later> later_;

  mutable std::mutex mutex_;  // guards all below
  std::vector<engine::Journal::Entry> found_;
};

}  // namespace irisim::control
