#pragma once

#include <vector>

#include "base/telephone_number.h"
#include "engine/session.h"
#include "operations/number_criteria.h"

namespace irisim::operations {

// Numbers that can be ordered now, those that match exactly first, each group ascending; at most so
// many. The criteria must have passed their check.
std::vector<Tn> find_available(engine::Session& session, const NumberCriteria& criteria,
                               int64_t quantity);

}  // namespace irisim::operations
