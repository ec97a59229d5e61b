#include "app/server.h"

#include "base/clock.h"
#include "base/text.h"
#include "control/exchange.h"
#include "control/routes.h"
#include "control/worlds.h"
#include "engine/world_path.h"
#include "request/record.h"
#include "request/render.h"

namespace irisim::app {
namespace {

struct Reason {
  int status;
  std::string_view text;
};
constexpr Reason kRefusals[] = {
    {400, "The request is malformed."},
    {413, "The request body is too large; --max-body sets the limit."},
    {414, "The request target is too long."},
    {415, "The body's Content-Encoding is not supported; send it as it is."},
};

// Also for targets that cannot be taken apart.
bool is_for_control_api(std::string_view target) {
  return target.substr(0, target.find('?')).find("/__admin") != std::string_view::npos;
}

// An error in the form of the API that the target is for.
http::Response error_for(std::string_view target, int status, std::string_view reason) {
  return is_for_control_api(target) ? control::problem(status, reason)
                                    : request::render_error(status, reason);
}

http::Response refuse(int status, std::string_view target) {
  for (const Reason& reason : kRefusals) {
    if (reason.status == status) return error_for(target, status, reason.text);
  }
  return error_for(target, status, "The request cannot be answered.");
}

}  // namespace

Server::Server(const ServerOptions& options, std::unique_ptr<store::Store> store,
               std::unique_ptr<webhook::Postman> postman)
    : worlds_(options.world, options.worlds, ticker_, std::move(store),
              [this](const std::shared_ptr<engine::World>& world) { postman_->call(world); }),
      postman_(std::move(postman)),
      pipeline_(options.users) {}

Result<std::unique_ptr<Server>, Server::Failure> Server::start(const ServerOptions& options) {
  std::unique_ptr<store::Store> store;
  if (!options.data.empty()) {
    auto opened = engine::open_data(options.data, options.world);
    if (!opened) return Failure{Step::kData, opened.error().message};
    store = std::move(*opened);
  }
  auto postman = webhook::Postman::create(options.webhooks);
  if (!postman) return Failure{Step::kWebhooks, postman.error().message};
  std::unique_ptr<Server> server(new Server(options, std::move(store), std::move(*postman)));
  auto listener = http::Listener::bind(
      options.listener,
      [raw = server.get()](http::Request& request) { return raw->handle(request); }, refuse);
  if (!listener) return Failure{Step::kPort, listener.error().message};
  server->listener_ = std::move(*listener);
  server->ticker_.start();
  return server;
}

void Server::run() {
  listener_->run();
  ticker_.stop();
  postman_->stop();
}

void Server::stop() {
  listener_->stop();
}

void Server::set_rules(const std::shared_ptr<const scenario::Rules>& rules) {
  worlds_.set_rules(rules);
}

http::Response Server::handle(http::Request& request) {
  Result<http::Target> target = http::parse_target(request.target);
  if (!target) {
    return error_for(request.target, 400,
                     "The request target is malformed: " + target.error().message);
  }
  const Result<std::string> name = engine::take_world(target->segments);
  if (!name) return error_for(request.target, 400, name.error().message);
  const std::shared_ptr<engine::World> world = worlds_.get_or_create(*name);
  if (!world) return error_for(request.target, 503, control::too_many_worlds(worlds_));
  if (control::is_control_path(target->segments))
    return control::handle(request, *target, worlds_, *world);
  const std::string prefix = name->empty() ? "" : "/worlds/" + *name;
  const auto began = steady_now();
  engine::JournalEntry entry;
  http::Response response = pipeline_.handle(request, std::move(*target), prefix, *world, entry);
  engine::Traffic& traffic = worlds_.traffic();
  traffic.count(entry.operation, response.status, steady_now() - began);
  if (!entry.fault_kind.empty()) {
    traffic.count_fault(upper(entry.fault_kind));
  } else if (const std::string_view fault = http::name_of(response.fault); !fault.empty()) {
    traffic.count_fault(fault);
  }
  request::record(request, response, std::move(entry), *world);
  return response;
}

}  // namespace irisim::app
