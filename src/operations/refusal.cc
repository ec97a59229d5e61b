#include "operations/refusal.h"

namespace irisim::operations {

std::optional<Refusal> first_refusal(std::vector<Finding> findings) {
  if (findings.empty()) return std::nullopt;
  return Refusal{400, std::move(findings.front())};
}

Answer refused(const Call& call, const Refusal& refusal) {
  const catalog::Outcome* documented = call.operation.find(refusal.status);
  if (documented != nullptr && !documented->has_body()) return empty_answer(refusal.status);
  return error_answer(call.operation, refusal.status, refusal.finding.code,
                      refusal.finding.message);
}

}  // namespace irisim::operations
