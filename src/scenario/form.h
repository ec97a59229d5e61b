#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace irisim::scenario {

// What a key of a scenario file holds.
enum class Type {
  kVersion,
  kLifecycles,  // a map of lists of transitions
  kScenarios,   // a list
  kMatch,
  kMatches,      // a list
  kTransitions,  // a list
  kAnswer,
  kText,
  kPatterns,  // one or a list, with * and ?
  kOrderType,
  kOperations,  // patterns of "GET /accounts/{accountId}/portins"
  kNumbers,     // patterns of telephone numbers
  kHeaders,     // a map of patterns
  kXPaths,      // one or a list
  kState,
  kStates,  // one or a list
  kDuration,
  kAfter,  // a delay, a number of polls, or never
  kRange,  // two durations
  kLognormal,
  kSigma,
  kDate,
  kAction,
  kEffect,
  kElement,
  kShifts,  // a map of durations
  kCode,
  kErrors,  // one or a list, each a code or a map
  kCount,
  kStatus,
  kTemplate,
  kTemplates,  // a map
  kFaults,     // a list of rules
  kFault,      // the name of a kind alone, or a map of one kind (faults/kinds.h)
  kNothing,    // no value: a name stands alone
  kName,       // text that can stand in a path
  kDelay,      // a duration or a map of one of delay_keys()
  kDribble,
  kZeroOrMore,
  kQuota,
  kProbability,  // from 0 to 1
};

// A key of a map in a scenario file, written down once: the loader refuses others, and the schema
// by which editors complete is made of it.
struct Key {
  std::string_view name;
  Type type;
  std::string_view help;
  bool required = false;
};

std::span<const Key> file_keys();
std::span<const Key> scenario_keys();
std::span<const Key> match_keys();
std::span<const Key> transition_keys();
std::span<const Key> error_keys();
std::span<const Key> delay_keys();
std::span<const Key> lognormal_keys();
std::span<const Key> answer_keys();
std::span<const Key> fault_keys();
std::span<const Key> dribble_keys();
std::span<const Key> quota_keys();

std::vector<std::string> names(std::span<const Key> keys);

}  // namespace irisim::scenario
