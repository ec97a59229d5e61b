#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/time.h"
#include "operations/finding.h"
#include "xml/element.h"

namespace irisim::operations {

// A port-in as it would be if it were accepted: what the rules look at.
struct Candidate {
  Candidate(xml::Element order, xml::Element sent, Instant now, xml::Element before = {});

  xml::Element order;  // with what was sent laid over it
  xml::Element sent;
  Instant now;
  xml::Element before;  // the order without what was sent; absent for a new one

  // The FOC date that was sent, unless it is the one that the order has.
  std::optional<Timestamp> foc;

  // Of the order, for the many rules that look at them.
  xml::Element subscriber, address;
  std::vector<std::string> numbers;
};

// What a rule says of a candidate: nothing if it holds; else the arguments of its message.
using Broken = std::optional<std::vector<std::string>>;

inline Broken broken_if(bool condition) {
  return condition ? Broken(std::in_place) : std::nullopt;
}

struct PortinRule {
  int code;
  Broken (*check)(const Candidate&);
};

// Adds a finding for each rule that the candidate breaks.
void apply(std::span<const PortinRule> rules, const Candidate& candidate,
           std::vector<Finding>& findings);

}  // namespace irisim::operations
