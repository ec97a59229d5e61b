// What is named in http/wire_fault.h, done to the bytes of the answer.

#include "base/check.h"
#include "scenario/faults/kind.h"

namespace irisim::scenario {
namespace {

class Wire : public FaultEffect {
 public:
  explicit Wire(const http::WireFault& fault) : fault_(fault) {}

  void spoil(http::Response& response, uint64_t roll) const override {
    const Millis delay = response.fault.delay;
    response.fault = fault_;
    response.fault.delay = delay;
    response.fault.seed = roll;
  }

 private:
  const http::WireFault fault_;
};

}  // namespace

std::shared_ptr<const FaultEffect> read_wire(const FaultKind& kind, const yaml::Node&, const Match&,
                                             yaml::Reader&) {
  const std::optional<http::WireFault> fault = http::find_fault(kind.name);
  IRISIM_CHECK(fault.has_value());
  return std::make_shared<Wire>(*fault);
}

}  // namespace irisim::scenario
