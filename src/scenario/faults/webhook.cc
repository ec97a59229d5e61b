// Notifications that come late, never, twice or in another order. Doing it is
// engine/webhook_fault's.

#include "scenario/faults/kind.h"

namespace irisim::scenario {
namespace {

class WebhookEffect : public FaultEffect {
 public:
  explicit WebhookEffect(const WebhookFault& fault) : fault_(fault) {}

  const WebhookFault* webhook() const override { return &fault_; }

 private:
  const WebhookFault fault_;
};

std::shared_ptr<const FaultEffect> make(WebhookFault::Kind kind) {
  return std::make_shared<WebhookEffect>(WebhookFault{kind});
}

}  // namespace

std::shared_ptr<const FaultEffect> read_webhook_drop(const FaultKind&, const yaml::Node&,
                                                     const Match&, yaml::Reader&) {
  return make(WebhookFault::Kind::kDrop);
}

std::shared_ptr<const FaultEffect> read_webhook_duplicate(const FaultKind&, const yaml::Node&,
                                                          const Match&, yaml::Reader&) {
  return make(WebhookFault::Kind::kDuplicate);
}

std::shared_ptr<const FaultEffect> read_webhook_reorder(const FaultKind&, const yaml::Node&,
                                                        const Match&, yaml::Reader&) {
  return make(WebhookFault::Kind::kReorder);
}

std::shared_ptr<const FaultEffect> read_webhook_delay(const FaultKind&, const yaml::Node& node,
                                                      const Match&, yaml::Reader& reader) {
  return std::make_shared<WebhookEffect>(
      WebhookFault{WebhookFault::Kind::kDelay, read_delay(node, reader)});
}

}  // namespace irisim::scenario
