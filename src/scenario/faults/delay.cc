// The answer comes later.

#include "scenario/faults/kind.h"
#include "scenario/faults/wall_delay.h"

namespace irisim::scenario {
namespace {

class DelayFault : public FaultEffect {
 public:
  explicit DelayFault(const Delay& delay) : delay_(delay) {}

  void spoil(http::Response& response, uint64_t roll) const override {
    response.fault.delay += sample_wall_delay(delay_, roll);
  }

 private:
  const Delay delay_;
};

}  // namespace

std::shared_ptr<const FaultEffect> read_delay_fault(const FaultKind&, const yaml::Node& node,
                                                    const Match&, yaml::Reader& reader) {
  return std::make_shared<DelayFault>(read_wall_delay(node, reader));
}

}  // namespace irisim::scenario
