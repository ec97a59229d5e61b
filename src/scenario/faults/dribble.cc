// The answer comes in pieces, with pauses of one's own between them.

#include "scenario/faults/kind.h"
#include "scenario/faults/wall_delay.h"

namespace irisim::scenario {
namespace {

class Dribble : public FaultEffect {
 public:
  explicit Dribble(Millis pause) : pause_(pause) {}

  void spoil(http::Response& response, uint64_t) const override {
    response.fault.kind = http::WireFault::Kind::kDribble;
    response.fault.pause = pause_;
  }

 private:
  const Millis pause_;
};

}  // namespace

std::shared_ptr<const FaultEffect> read_dribble(const FaultKind&, const yaml::Node& node,
                                                const Match&, yaml::Reader& reader) {
  Millis pause = http::kDribblePause;
  if (reader.expect_map(node, names(dribble_keys()))) {
    if (const yaml::Node* given = node.find("pause")) pause = read_wall_duration(*given, reader);
  }
  return std::make_shared<Dribble>(pause);
}

}  // namespace irisim::scenario
