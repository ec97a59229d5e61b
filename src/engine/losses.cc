#include "engine/losses.h"

#include <map>

namespace irisim::engine {
namespace {

// An order that takes numbers out of the network, also those of the account that places it.
constexpr std::string_view kLsr = "lsrorders";

}  // namespace

std::vector<Loss> losses(Session& session, const store::Order& winner,
                         std::span<const Tn> numbers) {
  std::map<std::string, Loss> by_account;
  for (const Tn tn : numbers) {
    const std::optional<store::Number> number = session.store.numbers.find(tn);
    if (!number || number->status != store::NumberStatus::kInservice) continue;
    const bool is_own = number->account == winner.account;
    if (is_own && winner.type != kLsr) continue;
    Loss& loss = by_account[number->account];
    loss.account = number->account;
    loss.numbers.push_back(tn);
    if (number->takes_messages && !is_own) loss.with_messaging.push_back(tn);
  }
  std::vector<Loss> result;
  result.reserve(by_account.size());
  for (auto& [account, loss] : by_account) result.push_back(std::move(loss));
  return result;
}

}  // namespace irisim::engine
