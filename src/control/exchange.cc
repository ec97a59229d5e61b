#include "control/exchange.h"

#include <algorithm>

#include "base/text.h"

namespace irisim::control {
namespace {

struct Title {
  int status;
  std::string_view text;
};
constexpr Title kTitles[] = {{400, "Bad Request"},
                             {404, "Not Found"},
                             {405, "Method Not Allowed"},
                             {408, "Request Timeout"},
                             {409, "Conflict"},
                             {413, "Payload Too Large"},
                             {414, "URI Too Long"},
                             {415, "Unsupported Media Type"},
                             {503, "Service Unavailable"},
                             {504, "Gateway Timeout"}};

}  // namespace

json::Value text_or_null(const std::string& text) {
  return text.empty() ? json::Value() : json::Value(text);
}

std::optional<long> id_of(const Exchange& exchange) {
  return all_digits(exchange.parameter) ? to_number(exchange.parameter) : std::nullopt;
}

http::Response json_response(int status, const json::Value& value) {
  return {status, {}, "application/json", json::print(value)};
}

http::Response problem(int status, std::string_view detail, json::Object more) {
  const auto title = std::ranges::find(kTitles, status, &Title::status);
  json::Object object{
      {"type", "about:blank"},
      {"title", title == std::end(kTitles) ? std::string_view("Error") : title->text},
      {"status", status},
      {"detail", detail}};
  std::ranges::move(more, std::back_inserter(object));
  http::Response response = json_response(status, std::move(object));
  response.type = "application/problem+json";
  return response;
}

http::Response answer_later(const std::shared_ptr<http::Later>& later) {
  if (later->is_fulfilled()) return later->result();
  http::Response response;
  response.later = later;
  return response;
}

Result<json::Value> read_object(const http::Request& request) {
  if (trim(request.body).empty()) return json::Value(json::Object{});
  Result<json::Value> value = json::parse(request.body);
  if (!value) return Error{"The body is no JSON: " + value.error().message};
  if (value->object() == nullptr) return Error{"The body must be a JSON object"};
  return value;
}

Result<json::Value> read_object(const http::Request& request,
                                std::initializer_list<std::string_view> keys) {
  Result<json::Value> value = read_object(request);
  if (!value) return value;
  const std::vector<std::string> allowed(keys.begin(), keys.end());
  for (const auto& [key, member] : *value->object()) {
    if (std::ranges::find(allowed, key) == allowed.end()) {
      return Error{"Unknown key '" + key + "'" + did_you_mean(key, allowed) +
                   "; allowed here: " + join(allowed, ", ")};
    }
  }
  return value;
}

}  // namespace irisim::control
