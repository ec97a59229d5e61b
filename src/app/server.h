#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "engine/ticker.h"
#include "engine/worlds.h"
#include "http/listener.h"
#include "request/pipeline.h"
#include "request/users.h"

namespace irisim::app {

struct ServerOptions {
  http::ListenerOptions listener;
  engine::WorldSettings world;
  std::optional<request::Users> users;  // absent: anybody may do everything
  // Reads the rules of the start again; null, when they cannot be used, which is printed then.
  std::function<std::shared_ptr<const scenario::Rules>()> load_rules;
};

// The whole simulator: worlds, the API and the control API behind one port.
class Server {
 public:
  // Binds the port; the error says why it could not.
  static Result<std::unique_ptr<Server>> start(const ServerOptions& options);

  int port() const { return listener_->port(); }
  void run();   // serves until stop()
  void stop();  // from any thread

  // Puts rules in force in all worlds, in place of those of the start.
  void set_rules(const std::shared_ptr<const scenario::Rules>& rules);

  // One exchange, as the listener hands it over; the journal keeps what the request consists of.
  http::Response handle(http::Request& request);

 private:
  explicit Server(const ServerOptions& options);

  engine::Ticker ticker_;
  engine::Worlds worlds_;
  request::Pipeline pipeline_;
  std::unique_ptr<http::Listener> listener_;
};

}  // namespace irisim::app
