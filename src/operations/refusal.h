#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "base/result.h"
#include "operations/answer.h"
#include "operations/finding.h"

namespace irisim::operations {

// What resources that are created, read, changed and deleted share: fields that are taken over
// (fields.h), rules on them (field_rules.h), and this: why a request is refused.
struct Refusal {
  int status = 400;
  Finding finding;
};

// What a call gives, or why it is refused; the world is then left as it was.
template <class T>
using Outcome = Result<T, Refusal>;

// The first of the findings; the contract's errors of such resources tell one.
std::optional<Refusal> first_refusal(std::vector<Finding> findings);

// Without a body where the contract documents the status so, else as an error of the operation.
Answer refused(const Call& call, const Refusal& refusal);

}  // namespace irisim::operations
