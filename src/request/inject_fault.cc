#include "request/inject_fault.h"

#include "request/rule_answer.h"

namespace irisim::request {
namespace {

// Whole seconds, after which the client is let in.
std::string seconds(Millis wait) {
  return std::to_string(std::chrono::ceil<std::chrono::seconds>(wait).count());
}

}  // namespace

std::optional<engine::Hit> decide_fault(const operations::Call& call, engine::Visit& visit) {
  if (visit.rules().faults.empty()) return std::nullopt;
  look_up_order(call, visit);
  return visit.world().decide_fault(visit.subject());
}

void inject_fault(const engine::Hit& hit, http::Response& response) {
  hit.rule->effect->spoil(response, hit.roll);
  response.fault.delay += hit.delay;
  if (hit.wait) response.headers.emplace_back("Retry-After", seconds(*hit.wait));
  response.headers.emplace_back("X-Irisim-Fault", hit.rule->name);
}

}  // namespace irisim::request
