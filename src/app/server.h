#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "engine/ticker.h"
#include "engine/worlds.h"
#include "http/listener.h"
#include "request/pipeline.h"
#include "request/users.h"
#include "webhook/postman.h"

namespace irisim::app {

struct ServerOptions {
  http::ListenerOptions listener;
  engine::WorldSettings world;
  engine::WorldLimits worlds;
  webhook::Postman::Options webhooks;
  std::string data;                     // the file that keeps the default world; empty: in memory
  std::optional<request::Users> users;  // absent: anybody may do everything
  // Reads the rules of the start again; null, when they cannot be used, which is printed then.
  std::function<std::shared_ptr<const scenario::Rules>()> load_rules;
};

// The whole simulator: worlds, the API and the control API behind one port.
class Server {
 public:
  // Opens the file of data, if there is one, and binds the port; the error says why it could not.
  enum class Step { kData, kWebhooks, kPort };
  struct Failure {
    Step step;
    std::string message;
  };
  static Result<std::unique_ptr<Server>, Failure> start(const ServerOptions& options);

  int port() const { return listener_->port(); }
  void run();   // serves until stop()
  void stop();  // from any thread

  // Puts rules in force in all worlds, in place of those of the start.
  void set_rules(const std::shared_ptr<const scenario::Rules>& rules);

  // One exchange, as the listener hands it over; the journal keeps what the request consists of.
  http::Response handle(http::Request& request);

 private:
  Server(const ServerOptions& options, std::unique_ptr<store::Store> store,
         std::unique_ptr<webhook::Postman> postman);

  engine::Ticker ticker_;
  engine::Worlds worlds_;
  std::unique_ptr<webhook::Postman> postman_;  // goes first: it works in the worlds
  request::Pipeline pipeline_;
  std::unique_ptr<http::Listener> listener_;
};

}  // namespace irisim::app
