#include "scenario/form.h"

namespace irisim::scenario {
namespace {

constexpr Key kFileKeys[] = {
    {"version", Type::kVersion, "Of this form; 1", true},
    {"lifecycles", Type::kLifecycles,
     "By order type, the transitions that take the place of all that it had"},
    {"scenarios", Type::kScenarios, "Asked in this order; the first that matches is for it"},
    {"faults", Type::kFaults, "Asked in this order; the first that matches and is due hits"},
};

constexpr Key kScenarioKeys[] = {
    {"name", Type::kName, "By which orders and the journal refer to it; no other has it", true},
    {"match", Type::kMatch, "Which orders and requests it is for; all conditions hold", true},
    {"transitions", Type::kTransitions,
     "Taken before those of the order type's lifecycle; the match names the order type"},
    {"answer", Type::kAnswer, "What a matching request is answered instead of being carried out"},
};

constexpr Key kMatchKeys[] = {
    {"order", Type::kOrderType, "Order type; of a request, that of its path"},
    {"operation", Type::kOperations,
     "Documented operation such as \"GET /accounts/{accountId}/portins\", or a pattern of some"},
    {"telephoneNumber", Type::kNumbers, "One of the numbers of the order or the request"},
    {"account", Type::kPatterns, "Account of the path"},
    {"site", Type::kPatterns, "Site (sub-account) of the path, the request or the order"},
    {"customerOrderId", Type::kPatterns, "CustomerOrderId of the request or the order"},
    {"pon", Type::kPatterns, "Port order number of the request or the order"},
    {"header", Type::kHeaders, "Headers of the request, each with its value"},
    {"xpath", Type::kXPaths, "XPath 1.0 on the body of the request; all hold"},
    {"any", Type::kMatches, "Further matches, of which one holds as well"},
};

constexpr Key kTransitionKeys[] = {
    {"from", Type::kStates, "State, or list of states, that it leaves; absent: it makes the order"},
    {"to", Type::kState, "State that it enters", true},
    {"after", Type::kAfter,
     "It happens by itself so long after `from` was entered, or when the order has been read so "
     "often; never: not by itself"},
    {"jitter", Type::kDuration, "Up to so much is added to `after`"},
    {"on", Type::kAction, "It happens by this action"},
    {"at", Type::kDate, "It happens at this date of the order; at once when that is past"},
    {"times", Type::kCount, "An order takes it at most so often, then the next that fits"},
    {"note", Type::kText, "Note of the history entry"},
    {"error", Type::kErrors, "Error that the order then shows; the note begins with it"},
    {"effect", Type::kEffect, "What else it does"},
    {"shift", Type::kShifts, "Dates of the order, each with the duration by which it moves"},
    {"stamp", Type::kElement, "Element of the order that gets the time of the transition"},
};

constexpr Key kErrorKeys[] = {
    {"code", Type::kCode, "Error code; one that the contract does not have needs a message", true},
    {"message", Type::kText, "Words in place of those of the contract"},
    {"telephoneNumbers", Type::kPatterns, "Which of the order's numbers it is about"},
};

constexpr Key kDelayKeys[] = {
    {"uniform", Type::kRange, "Anything from the first duration to the second"},
    {"lognormal", Type::kLognormal, "Around a median; a few are much longer"},
};

constexpr Key kLognormalKeys[] = {
    {"median", Type::kDuration, "Half of the delays are shorter", true},
    {"sigma", Type::kSigma, "How far they spread: deviation of the logarithm, such as 0.5", true},
};

constexpr Key kAnswerKeys[] = {
    {"status", Type::kStatus, "HTTP status; without the keys below, the documented answer"},
    {"example", Type::kText, "Name of a documented example"},
    {"error", Type::kCode, "Error code, in the form of the operation's errors"},
    {"message", Type::kTemplate, "Words in place of those of the error code"},
    {"body", Type::kTemplate, "The body, with ${…} for values of the request and the order"},
    {"type", Type::kText, "Content-Type of `body`; application/xml"},
    {"headers", Type::kTemplates, "Headers of the answer"},
};

constexpr Key kFaultKeys[] = {
    {"name", Type::kName, "By which the control API and the journal refer to it; no other has it",
     true},
    {"match", Type::kMatch, "Which requests or webhooks it is for; absent: all"},
    {"fault", Type::kFault, "What happens to them", true},
    {"delay", Type::kDelay, "The answer, if any, comes so much later besides, in wall time"},
    {"skip", Type::kZeroOrMore, "So many of those that match go through first"},
    {"every", Type::kCount, "Of those after, each so-many-eth is hit"},
    {"times", Type::kCount, "So many are hit, then no more"},
    {"probability", Type::kProbability, "With which one is hit; the seed decides which"},
};

constexpr Key kDribbleKeys[] = {
    {"pause", Type::kDuration, "Between two pieces, in wall time; 100ms"},
};

constexpr Key kQuotaKeys[] = {
    {"requests", Type::kZeroOrMore, "How many an account may send", true},
    {"per", Type::kDuration, "In which time, by the world's clock", true},
};

}  // namespace

std::span<const Key> file_keys() {
  return kFileKeys;
}
std::span<const Key> scenario_keys() {
  return kScenarioKeys;
}
std::span<const Key> match_keys() {
  return kMatchKeys;
}
std::span<const Key> transition_keys() {
  return kTransitionKeys;
}
std::span<const Key> error_keys() {
  return kErrorKeys;
}
std::span<const Key> delay_keys() {
  return kDelayKeys;
}
std::span<const Key> lognormal_keys() {
  return kLognormalKeys;
}
std::span<const Key> answer_keys() {
  return kAnswerKeys;
}
std::span<const Key> fault_keys() {
  return kFaultKeys;
}
std::span<const Key> dribble_keys() {
  return kDribbleKeys;
}
std::span<const Key> quota_keys() {
  return kQuotaKeys;
}

std::vector<std::string> names(std::span<const Key> keys) {
  std::vector<std::string> result;
  result.reserve(keys.size());
  for (const Key& key : keys) result.emplace_back(key.name);
  return result;
}

}  // namespace irisim::scenario
