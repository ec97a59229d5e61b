#pragma once

#include <memory>
#include <span>

#include "scenario/faults/kind.h"

namespace irisim::scenario {

// All kinds of faults, those that are a name alone first.
std::span<const FaultKind> fault_kinds();

// What stands under the `fault` key of a rule; without a kind, with a fault of the file, when that
// is none.
struct ReadFault {
  const FaultKind* kind = nullptr;
  std::shared_ptr<const FaultEffect> effect;
};
ReadFault read_fault(const yaml::Node& node, const Match& match, yaml::Reader& reader);

}  // namespace irisim::scenario
