#pragma once

#include <cstdint>

#include "base/time.h"
#include "http/message.h"
#include "scenario/delay.h"
#include "scenario/reply.h"

namespace irisim::scenario {

// How many requests an account may send, in any stretch that begins with the first after the last.
struct Quota {
  uint64_t requests = 0;
  Millis per{0};  // of the world's clock
};

// What is done to a webhook when it is queued.
struct WebhookFault {
  enum class Kind {
    kDelay,      // it is sent later, and what comes after it too
    kDrop,       // it is never sent
    kDuplicate,  // it is sent twice
    kReorder,    // it is sent after the one that comes after it
  };
  Kind kind = Kind::kDrop;
  Delay delay{};  // kDelay only; of the world's clock
};

// What a rule of a fault is for: never for both.
enum class FaultTarget { kRequest, kWebhook };

// What a fault does to a request or a webhook that it hits. Immutable.
class FaultEffect {
 public:
  FaultEffect() = default;
  virtual ~FaultEffect() = default;
  FaultEffect(const FaultEffect&) = delete;
  FaultEffect& operator=(const FaultEffect&) = delete;

  // The answer that is given instead of carrying the request out; null: it is carried out, and
  // spoil() is done to its answer.
  virtual const Reply* reply() const { return nullptr; }

  // It hits only requests beyond the quota; null: there is none.
  virtual const Quota* quota() const { return nullptr; }

  // Done to the answer, whoever gave it. The same roll does the same.
  virtual void spoil(http::Response&, uint64_t /*roll*/) const {}

  // What is done to webhooks; null: it is for requests.
  virtual const WebhookFault* webhook() const { return nullptr; }
  FaultTarget target() const {
    return webhook() == nullptr ? FaultTarget::kRequest : FaultTarget::kWebhook;
  }
};

}  // namespace irisim::scenario
