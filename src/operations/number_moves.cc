#include <set>

#include "operations/fields.h"
#include "operations/peer_numbers.h"
#include "operations/site_call.h"

namespace irisim::operations {
namespace {

constexpr size_t kMostNumbers = 5'000;

constexpr int kNoNumbers = 13505;
constexpr int kInvalid = 13512;
constexpr int kDuplicate = 13511;
constexpr int kTooMany = 13522;
constexpr int kUnknown = 13517;
constexpr int kNotOnAccount = 13520;
constexpr int kNotInService = 13518;

// The numbers of the body, or the first rule that they break.
Outcome<std::vector<Tn>> read_numbers(xml::Element sent) {
  const std::vector<std::string> given = texts(sent, "FullNumber");
  if (given.empty()) return Refusal{400, broken_rule(kNoNumbers)};
  if (given.size() > kMostNumbers)
    return Refusal{400, broken_rule(kTooMany, {std::to_string(kMostNumbers)})};
  std::vector<Tn> numbers;
  std::set<Tn> seen;
  for (const std::string& text : given) {
    const std::optional<Tn> tn = parse_tn(text);
    if (!tn) return Refusal{400, broken_rule(kInvalid, {text})};
    if (!seen.insert(*tn).second) return Refusal{400, broken_rule(kDuplicate, {text})};
    numbers.push_back(*tn);
  }
  return numbers;
}

Outcome<store::Number> find_movable(const Call& call, engine::Session& session, Tn tn) {
  std::optional<store::Number> number = session.store.numbers.find(tn);
  const auto refusal = [&](int code) { return Refusal{400, broken_rule(code, {format_tn(tn)})}; };
  if (!number) return refusal(kUnknown);
  if (number->account != call.account()) return refusal(kNotOnAccount);
  if (number->status != store::NumberStatus::kInservice) return refusal(kNotInService);
  return std::move(*number);
}

}  // namespace

Answer move_numbers(const Call& call, engine::Visit& world) {
  const Outcome<std::vector<Tn>> numbers = read_numbers(call.body->root());
  const auto moved = [&](engine::Session& session) -> Outcome<bool> {
    const auto peer = find_sip_peer(call, session);
    if (!peer) return peer.error();
    for (const Tn tn : numbers.value()) {
      Outcome<store::Number> number = find_movable(call, session, tn);
      if (!number) return number.error();
      number->site = call.parameter("siteId");
      number->peer = call.parameter("sippeerId");
      number->modified = session.now;
      session.store.numbers.put(number.value());
    }
    return true;
  };
  const Outcome<bool> outcome = numbers ? world.write(moved) : Outcome<bool>(numbers.error());
  if (outcome) return empty_answer(200);
  const Refusal& refusal = outcome.error();
  return error_answer(call.operation, refusal.status, refusal.finding.code,
                      refusal.finding.message);
}

}  // namespace irisim::operations
