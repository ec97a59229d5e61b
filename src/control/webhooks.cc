#include "control/webhooks.h"

#include <optional>

#include "control/delivery_query.h"
#include "control/delivery_view.h"
#include "control/world_wait.h"
#include "webhook/retry.h"

namespace irisim::control {
namespace {

json::Value value_of(engine::Session& session, const store::Delivery& delivery) {
  return delivery_value(delivery, session.store.outbox.attempts(delivery.row));
}

json::Object list(engine::Session& session, const store::DeliveryFilter& filter) {
  json::Array values;
  for (const store::Delivery& delivery : session.store.outbox.list(filter))
    values.push_back(value_of(session, delivery));
  return {{"webhooks", std::move(values)}, {"total", session.store.outbox.count(filter)}};
}

http::Response paused(const Exchange& exchange, bool is_paused) {
  exchange.world.pause_deliveries(is_paused);
  return json_response(200, json::Object{{"paused", is_paused}});
}

http::Response unknown(const Exchange& exchange) {
  return problem(404, "There is no webhook " + exchange.parameter + " in this world");
}

// Why one in the state cannot be sent once more; empty: it can.
std::string_view obstacle_to(store::Delivery::State state) {
  using State = store::Delivery::State;
  if (state == State::kSending) return " is being sent just now";
  if (state == State::kWaiting) return " waits for an earlier one of its order, and is sent then";
  return {};
}

}  // namespace

http::Response list_webhooks(const Exchange& exchange) {
  const Result<DeliveryQuery> query = read_delivery_query(exchange.query);
  if (!query) return problem(400, query.error().message);
  json::Object object =
      exchange.world.read([&](engine::Session& session) { return list(session, query->filter); });
  object.emplace_back("paused", exchange.world.are_deliveries_paused());
  return json_response(200, std::move(object));
}

http::Response get_webhook(const Exchange& exchange) {
  const std::optional<long> id = id_of(exchange);
  if (!id) return unknown(exchange);
  const auto value =
      exchange.world.read([&](engine::Session& session) -> std::optional<json::Value> {
        const std::optional<store::Delivery> delivery = session.store.outbox.find(*id);
        if (!delivery) return std::nullopt;
        return value_of(session, *delivery);
      });
  return value ? json_response(200, *value) : unknown(exchange);
}

http::Response wait_for_webhooks(const Exchange& exchange) {
  const Result<DeliveryQuery> query = read_delivery_query(exchange.request);
  if (!query) return problem(400, query.error().message);
  const auto count = [filter = query->filter](engine::Session& session) {
    return session.store.outbox.count(filter);
  };
  const auto answer = [filter = query->filter](engine::Session& session) {
    return list(session, filter);
  };
  return wait_in_world(exchange, {"webhooks", query->count, query->timeout, count, answer});
}

http::Response pause_webhooks(const Exchange& exchange) {
  return paused(exchange, true);
}

http::Response resume_webhooks(const Exchange& exchange) {
  return paused(exchange, false);
}

http::Response redeliver_webhook(const Exchange& exchange) {
  using Found = std::optional<store::Delivery::State>;
  const std::optional<long> id = id_of(exchange);
  if (!id) return unknown(exchange);
  const Found state = exchange.world.write([&](engine::Session& session) -> Found {
    const std::optional<store::Delivery> delivery = session.store.outbox.find(*id);
    if (!delivery) return std::nullopt;
    if (obstacle_to(delivery->state).empty()) {
      const bool is_open = delivery->state == store::Delivery::State::kDue;
      session.store.outbox.send_again(*id, session.now,
                                      is_open ? delivery->tries : webhook::kRetries);
    }
    return delivery->state;
  });
  if (!state) return unknown(exchange);
  if (const std::string_view obstacle = obstacle_to(*state); !obstacle.empty())
    return problem(409, "The webhook " + exchange.parameter + std::string(obstacle));
  return json_response(202, json::Object{{"id", *id}});
}

}  // namespace irisim::control
