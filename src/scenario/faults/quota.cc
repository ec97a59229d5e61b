// So many requests of an account in so much time; what is beyond is not carried out. The counting
// is engine/fault_desk's.

#include "scenario/faults/kind.h"

namespace irisim::scenario {
namespace {

constexpr int kTooManyRequests = 429;
constexpr long kMostRequests = 1'000'000;

class QuotaFault : public FaultEffect {
 public:
  QuotaFault(const Quota& quota, const std::string& per) : quota_(quota) {
    reply_.status = kTooManyRequests;
    auto message = Template::parse("Too many requests: more than " +
                                   std::to_string(quota.requests) + " in " + per + ".");
    reply_.message = std::move(*message);
  }

  const Quota* quota() const override { return &quota_; }
  const Reply* reply() const override { return &reply_; }

 private:
  const Quota quota_;
  Reply reply_;
};

}  // namespace

std::shared_ptr<const FaultEffect> read_quota(const FaultKind&, const yaml::Node& node,
                                              const Match&, yaml::Reader& reader) {
  if (!reader.expect_map(node, names(quota_keys()))) return nullptr;
  const yaml::Node* requests = reader.require(node, "requests");
  const yaml::Node* per = reader.require(node, "per");
  if (requests == nullptr || per == nullptr) return nullptr;
  const long count = reader.count(*requests, 0, kMostRequests);
  const std::optional<Millis> time = reader.duration(*per);
  if (!time) return nullptr;
  if (*time == Millis(0)) reader.fault(*per, "a quota is of some time, such as 1s");
  return std::make_shared<QuotaFault>(Quota{static_cast<uint64_t>(count), *time}, per->scalar);
}

}  // namespace irisim::scenario
