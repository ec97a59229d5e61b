#include "tests/fuzz/exchange.h"

#include "app/shipped_world.h"
#include "base/check.h"
#include "catalog/catalog.h"
#include "json/value.h"

namespace irisim::fuzz {
namespace {

constexpr std::string_view kPortins = "/accounts/{accountId}/portins";
constexpr std::string_view kOrder = "{orderid}";

void replace_all(std::string& text, std::string_view part, std::string_view by) {
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + by.size()))
    text.replace(at, part.size(), by);
}

std::string between(std::string_view text, std::string_view start, std::string_view end) {
  const size_t at = text.find(start);
  IRISIM_CHECK(at != std::string_view::npos);
  text.remove_prefix(at + start.size());
  return std::string(text.substr(0, text.find(end)));
}

engine::WorldSettings settings() {
  engine::WorldSettings settings = app::shipped_world();
  settings.clock_mode = Clock::Mode::kManual;
  return settings;
}

}  // namespace

Exchange::Exchange() {
  app::ServerOptions options;
  options.listener.port = 0;
  options.world = settings();
  auto server = app::Server::start(std::move(options));
  IRISIM_CHECK(server.ok());
  server_ = std::move(*server);
  seed();
}

http::Response Exchange::send(std::string method, std::string target, std::string body) {
  http::Request request;
  request.scheme = "http";
  request.method = std::move(method);
  request.target = std::move(target);
  request.headers = {{"Host", "localhost"}, {"Content-Type", "application/xml"}};
  request.body = std::move(body);
  return server_->handle(request);
}

void Exchange::seed() {
  const catalog::Operation* create = catalog::find_operation("POST", kPortins);
  IRISIM_CHECK(create != nullptr && !create->requests.empty());
  const http::Response response = send("POST", filled_in(std::string(kPortins)),
                                       filled_in(std::string(create->requests.front().body)));
  IRISIM_CHECK(response.status == 201);
  order_ = between(response.body, "<OrderId>", "</OrderId>");
}

void Exchange::remove_worlds() {
  const Result<json::Value> list = json::parse(send("GET", "/__admin/worlds", "").body);
  IRISIM_CHECK(list.ok());
  for (const json::Value& world : *list->find("worlds")->array()) {
    const std::string& name = *world.find("name")->text();
    if (!name.empty()) send("DELETE", "/__admin/worlds/" + name, "");
  }
}

http::Response Exchange::run(std::string_view input) {
  const std::string_view line = input.substr(0, input.find('\n'));
  const size_t space = line.find(' ');
  if (space == std::string_view::npos || line.size() == input.size()) return {0, {}, {}, {}};
  std::string method(line.substr(0, space)), target(line.substr(space + 1));
  replace_all(target, kOrder, order_);
  const bool is_read = method == "GET" || method == "HEAD";
  http::Response response =
      send(std::move(method), std::move(target), std::string(input.substr(line.size() + 1)));
  IRISIM_CHECK(response.status >= 200 && response.status < 600);
  if (!is_read && response.status < 300) {
    send("POST", "/__admin/reset", "");
    seed();
  }
  if (line.find("worlds") != std::string_view::npos || line.find('%') != std::string_view::npos)
    remove_worlds();
  return response;
}

std::string exchange_input(std::string_view method, std::string_view path, std::string_view body) {
  std::string input(method);
  return input.append(" ").append(path).append("\n").append(body);
}

std::string filled_in(std::string text) {
  replace_all(text, "{accountId}", "9999999");
  replace_all(text, "{orderId}", kOrder);
  replace_all(text, "SITE ID", "743");
  replace_all(text, "SIPPEER ID", "303716");
  replace_all(text, "2016-03-25T21:15:00.000Z", "2025-06-10T21:15:00.000Z");
  return text;
}

}  // namespace irisim::fuzz
