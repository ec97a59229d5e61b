#include "scenario/faults/kinds.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace irisim::scenario {
namespace {

using yaml::Node;
using yaml::Reader;

constexpr FaultKind kKinds[] = {
    {"TRUNCATED_XML", Type::kNothing, "Half of the XML, in a whole HTTP answer", "TRUNCATED_XML",
     read_truncated_xml},
    {"MALFORMED_XML", Type::kNothing, "XML whose root is closed by another name", "MALFORMED_XML",
     read_malformed_xml},
    {"WEBHOOK_DROP", Type::kNothing, "A notification that is never sent", "WEBHOOK_DROP",
     read_webhook_drop},
    {"WEBHOOK_DUPLICATE", Type::kNothing, "A notification that is sent twice", "WEBHOOK_DUPLICATE",
     read_webhook_duplicate},
    {"WEBHOOK_REORDER", Type::kNothing,
     "A notification that is sent after the next of its subscription and order", "WEBHOOK_REORDER",
     read_webhook_reorder},
    {"delay", Type::kDelay, "The answer comes so much later, in wall time",
     "{ delay: { uniform: [1s, 3s] } }", read_delay_fault},
    {"dribble", Type::kDribble, "The answer comes in ten pieces", "{ dribble: { pause: 100ms } }",
     read_dribble},
    {"answer", Type::kAnswer, "What it is answered instead of being carried out",
     "{ answer: { status: 503, headers: { Retry-After: \"5\" } } }", read_answer},
    {"quota", Type::kQuota,
     "429 with Retry-After for what an account sends beyond so many requests in so much time",
     "{ quota: { requests: 5, per: 1s } }", read_quota},
    {"webhook-delay", Type::kDelay,
     "The notification comes so much later, by the world's clock, and those after it too",
     "{ webhook-delay: 10m }", read_webhook_delay},
};

std::vector<FaultKind> all_kinds() {
  std::vector<FaultKind> kinds;
  for (const http::NamedFault& fault : http::named_faults())
    kinds.push_back({fault.name, Type::kNothing, fault.help, fault.name, read_wire});
  kinds.insert(kinds.end(), std::begin(kKinds), std::end(kKinds));
  return kinds;
}

const FaultKind* find_kind(std::string_view name) {
  const auto found = std::ranges::find(fault_kinds(), name, &FaultKind::name);
  return found == fault_kinds().end() ? nullptr : &*found;
}

std::vector<std::string> names_of(bool with_value) {
  std::vector<std::string> names;
  for (const FaultKind& kind : fault_kinds()) {
    if ((kind.type != Type::kNothing) == with_value) names.emplace_back(kind.name);
  }
  return names;
}

std::string allowed() {
  return join(names_of(false), ", ") + ", or a map with one of " + join(names_of(true), ", ");
}

void report_unknown(const Node& node, const std::string& name, Reader& reader) {
  std::vector<std::string> known = names_of(false);
  std::ranges::move(names_of(true), std::back_inserter(known));
  reader.fault(node, "unknown fault '" + name + "'" + did_you_mean(name, known) + "; there are " +
                         allowed());
}

}  // namespace

std::span<const FaultKind> fault_kinds() {
  static const std::vector<FaultKind> kAll = all_kinds();
  return kAll;
}

ReadFault read_fault(const Node& node, const Match& match, Reader& reader) {
  const bool is_map = node.kind == Node::Kind::kMap && node.members.size() == 1;
  if (!is_map && node.kind != Node::Kind::kScalar) {
    reader.fault(node, "a fault is one of " + allowed());
    return {};
  }
  const Node& name = is_map ? node.members.front().key : node;
  const FaultKind* kind = find_kind(name.scalar);
  if (kind == nullptr) {
    report_unknown(name, name.scalar, reader);
    return {};
  }
  if (is_map != (kind->type != Type::kNothing)) {
    reader.fault(name, "this fault is written " + std::string(kind->example));
    return {};
  }
  return {kind, kind->read(*kind, is_map ? node.members.front().value : node, match, reader)};
}

}  // namespace irisim::scenario
