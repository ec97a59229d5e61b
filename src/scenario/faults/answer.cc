// An error of the service's own: the request is not carried out.

#include "scenario/faults/kind.h"

namespace irisim::scenario {
namespace {

class AnswerFault : public FaultEffect {
 public:
  explicit AnswerFault(Reply reply) : reply_(std::move(reply)) {}

  const Reply* reply() const override { return &reply_; }

 private:
  const Reply reply_;
};

}  // namespace

std::shared_ptr<const FaultEffect> read_answer(const FaultKind&, const yaml::Node& node,
                                               const Match& match, yaml::Reader& reader) {
  return std::make_shared<AnswerFault>(read_reply(node, match, reader));
}

}  // namespace irisim::scenario
