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
  if (visit.world().rules()->faults.empty()) return std::nullopt;
  look_up_order(call, visit);
  std::optional<engine::Hit> hit = visit.world().decide_fault(visit.subject());
  if (hit) visit.note_fault(hit->rule->name);
  return hit;
}

std::optional<http::Response> answer_by_fault(const std::optional<engine::Hit>& hit,
                                              const operations::Call& call, engine::Visit& visit,
                                              const operations::Forms& forms) {
  const scenario::Reply* reply = hit ? hit->rule->effect->reply() : nullptr;
  if (reply == nullptr) return std::nullopt;
  return render_reply(*reply, call, visit, forms);
}

void inject_fault(const engine::Hit& hit, http::Response& response) {
  hit.rule->effect->spoil(response, hit.roll);
  response.fault.delay += hit.delay;
  if (hit.wait) response.headers.emplace_back("Retry-After", seconds(*hit.wait));
  response.headers.emplace_back("X-Irisim-Fault", hit.rule->name);
}

}  // namespace irisim::request
