#include "operations/order_call.h"

#include <algorithm>

#include "base/check.h"
#include "base/text.h"

namespace irisim::operations {
namespace {

constexpr int kOrderNotFound = 7200;

// What the contract calls the id of an order in its paths.
constexpr std::string_view kIds[] = {"orderid", "disconnectid", "reservationid"};

// The order that a path names, such as /accounts/14/sites/743/orders/{orderid}/tns.
struct OrderPath {
  std::string_view type, id;
};

OrderPath order_path(const Call& call) {
  const auto segments = split(call.operation.path, '/');
  for (size_t i = 1; i < segments.size(); ++i) {
    for (const std::string_view id : kIds) {
      if (segments[i].size() == id.size() + 2 && segments[i].substr(1, id.size()) == id)
        return {segments[i - 1], call.parameter(id)};
    }
  }
  IRISIM_CHECK(false);
  return {};
}

// Whether the documented error has no code, which would have a message.
bool has_words_only(const catalog::Outcome& outcome) {
  if (!outcome.has_body()) return false;
  const std::string_view body = outcome.examples.front().body;
  return body.find("Code>") == std::string_view::npos &&
         body.find("<Description>") != std::string_view::npos;
}

}  // namespace

std::optional<store::Order> find_order(const Call& call, engine::Session& session) {
  const OrderPath path = order_path(call);
  std::optional<store::Order> order = session.store.orders.find(lower(path.id));
  if (!order || order->account != call.account() || order->type != path.type) return std::nullopt;
  const std::optional<std::string_view> site = call.find_parameter("siteId");
  if (site && order->site != *site) return std::nullopt;
  return order;
}

Answer unknown_order(const Call& call) {
  if (const catalog::Outcome* documented = call.operation.find(404);
      documented != nullptr && has_words_only(*documented))
    return not_found(call, documented->text("Description"));
  return not_found(call, catalog::message(kOrderNotFound));
}

Answer not_found(const Call& call, std::string_view description) {
  const catalog::Outcome* documented = call.operation.find(404);
  if (documented != nullptr && !documented->has_body()) return empty_answer(404);
  return error_answer(call.operation, 404, 0, description);
}

Answer created(const Call& call, std::string_view id) {
  Answer result = empty_answer(201);
  result.location = location(call, id);
  return result;
}

std::string location(const Call& call, std::string_view id) {
  return call.base + call.path() + "/" + http::percent_encode(id);
}

}  // namespace irisim::operations
