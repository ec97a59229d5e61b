#include "operations/order_call.h"

#include "base/check.h"
#include "base/text.h"

namespace irisim::operations {
namespace {

constexpr int kOrderNotFound = 7200;

}  // namespace

std::string_view order_type(const Call& call) {
  const auto segments = split(call.operation.path, '/');
  IRISIM_CHECK(segments.size() > 3);  // "", "accounts", "{accountId}", type
  return segments[3];
}

std::optional<store::Order> find_order(const Call& call, engine::Session& session) {
  std::optional<store::Order> order = session.store.orders.find(lower(call.parameter("orderid")));
  if (!order || order->account != call.account() || order->type != order_type(call))
    return std::nullopt;
  return order;
}

Answer unknown_order(const Call& call) {
  return not_found(call, catalog::message(kOrderNotFound));
}

Answer not_found(const Call& call, std::string_view description) {
  const catalog::Outcome* documented = call.operation.find(404);
  if (documented != nullptr && documented->examples.empty()) return empty_answer(404);
  return error_answer(call.operation, 404, 0, description);
}

Answer created(const Call& call, std::string_view id) {
  Answer result = empty_answer(201);
  result.location = call.base + call.path() + "/" + http::percent_encode(id);
  return result;
}

}  // namespace irisim::operations
