#include "scenario/subject.h"

#include <algorithm>

namespace irisim::scenario {

bool Subject::holds(const xml::Query& query) const {
  const auto known = std::ranges::find(asked, &query, &std::pair<const xml::Query*, bool>::first);
  if (known != asked.end()) return known->second;
  return body != nullptr && query.holds(*body);
}

}  // namespace irisim::scenario
