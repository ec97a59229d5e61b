#include "control/port_out_validation.h"

#include <optional>

#include "base/text.h"
#include "engine/account_seed.h"

namespace irisim::control {
namespace {

using store::ValidationEndpoint;

// Of what is shown, the password is not a part.
json::Value endpoint_value(const std::string& account, const ValidationEndpoint& endpoint) {
  return json::Object{
      {"account", account},
      {"url", endpoint.url},
      {"username", endpoint.user.empty() ? json::Value() : json::Value(endpoint.user)}};
}

Result<ValidationEndpoint> read_endpoint(const http::Request& request) {
  const Result<json::Value> body = read_object(request, {"url", "username", "password"});
  if (!body) return body.error();
  ValidationEndpoint endpoint;
  struct Field {
    std::string_view key;
    std::string* text;
  };
  for (const auto& [key, text] : {Field{"url", &endpoint.url}, Field{"username", &endpoint.user},
                                  Field{"password", &endpoint.password}}) {
    const json::Value* value = body->find(key);
    if (value == nullptr) continue;
    if (value->text() == nullptr) return Error{"'" + std::string(key) + "' must be text"};
    *text = *value->text();
  }
  if (std::optional<Error> wrong = engine::check_endpoint(endpoint)) return std::move(*wrong);
  return endpoint;
}

bool is_account(const Exchange& exchange) {
  return all_digits(exchange.parameter) && exchange.world.seed_data().knows(exchange.parameter);
}

http::Response unknown_account(const Exchange& exchange) {
  return problem(404, "There is no account '" + exchange.parameter + "' in this world");
}

http::Response nobody(const Exchange& exchange) {
  return problem(404, "Nobody validates port-outs of account " + exchange.parameter +
                          "; PUT /__admin/port-out-validation/" + exchange.parameter +
                          " with a 'url' changes that");
}

// The account is made, if it is new: what it begins with is the seed's.
template <class Function>
auto in_account(const Exchange& exchange, Function function) {
  return exchange.world.write([&](engine::Session& session) {
    session.ensure_account(exchange.parameter);
    return function(session.store.validation_endpoints);
  });
}

}  // namespace

http::Response get_port_out_validation(const Exchange& exchange) {
  if (!is_account(exchange)) return unknown_account(exchange);
  const std::optional<ValidationEndpoint> endpoint = in_account(
      exchange,
      [&](store::ValidationEndpoints& endpoints) { return endpoints.find(exchange.parameter); });
  return endpoint ? json_response(200, endpoint_value(exchange.parameter, *endpoint))
                  : nobody(exchange);
}

http::Response set_port_out_validation(const Exchange& exchange) {
  if (!is_account(exchange)) return unknown_account(exchange);
  const Result<ValidationEndpoint> endpoint = read_endpoint(exchange.request);
  if (!endpoint) return problem(400, endpoint.error().message);
  in_account(exchange, [&](store::ValidationEndpoints& endpoints) {
    endpoints.set(exchange.parameter, *endpoint);
    return true;
  });
  return json_response(200, endpoint_value(exchange.parameter, *endpoint));
}

http::Response remove_port_out_validation(const Exchange& exchange) {
  if (!is_account(exchange)) return unknown_account(exchange);
  const bool had_one = in_account(exchange, [&](store::ValidationEndpoints& endpoints) {
    return endpoints.remove(exchange.parameter);
  });
  return had_one ? http::Response{204, {}, {}, {}} : nobody(exchange);
}

}  // namespace irisim::control
