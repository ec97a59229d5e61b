#pragma once

#include <string>
#include <vector>

#include "base/time.h"
#include "scenario/subject.h"

namespace irisim::engine {

// One step that an order has taken.
struct Happening {
  Instant at;
  std::string order, type, from, to;
};

// A request while it is in a world: what rules are asked about it, and what came of it.
struct Visitor {
  scenario::Subject subject;
  std::string scenario;             // whose order it made; empty: none
  std::vector<Happening> happened;  // steps that it made orders take; without `from`: new ones
};

}  // namespace irisim::engine
