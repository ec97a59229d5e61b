#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "scenario/delay.h"
#include "scenario/faults/effect.h"
#include "scenario/match.h"
#include "yaml/reader.h"

namespace irisim::scenario {

// What goes wrong on purpose, and for which requests or webhooks. Immutable; who counts them knows
// a rule by where it is (engine/fault_desk).
struct FaultRule {
  std::string name;       // letters, digits, '.', '_' and '-': it stands in paths and headers
  Match match;            // without conditions: all
  std::string_view kind;  // of the fault, as files call it
  std::shared_ptr<const FaultEffect> effect;
  Delay delay;  // of the answer besides, in wall time

  uint64_t skip = 0;   // of what matches, so many go through first
  uint64_t every = 1;  // of those after, each so-many-eth
  uint64_t times = 0;  // so many are hit, then no more; 0: without end
  double probability = 1;

  // Whether it hits all that it matches, so that no later rule gets any of it.
  bool hits_all() const {
    return skip == 0 && every == 1 && times == 0 && probability >= 1 && effect->quota() == nullptr;
  }

  // Whether a matching request or webhook is one to hit, by its number (from 1) among them, how
  // many were hit before, and the roll.
  bool hits(uint64_t ordinal, uint64_t hit_before, uint64_t roll) const;
};

using FaultRules = std::vector<std::shared_ptr<const FaultRule>>;  // asked in this order

const FaultRule* find(const FaultRules& rules, std::string_view name);  // null: there is none

// Reads the list under the `faults` key of a file. What is wrong with it goes to the reader.
FaultRules read_faults(const yaml::Node& list, yaml::Reader& reader);

// Reads a text (YAML or JSON) that is one rule; its name may be absent, and is empty then. The
// file's name is only for the faults.
Result<FaultRule, std::vector<yaml::Fault>> load_fault(std::string_view text,
                                                       std::string_view file);

}  // namespace irisim::scenario
