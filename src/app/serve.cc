#include "app/serve.h"

#include <csignal>
#include <cstdio>
#include <thread>

#include "base/log.h"

namespace irisim::app {
namespace {

constexpr int kUnusable = 2;  // as for arguments and files that cannot be used

// Blocks the signals that mean something to the program in this thread and all that it starts; the
// main thread waits for them.
sigset_t block_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  return signals;
}

// The scenario files as they are now; bad ones leave the rules in force.
void reload(const ServerOptions& options, Server& server) {
  const std::shared_ptr<const scenario::Rules> rules = options.load_rules();
  if (rules) server.set_rules(rules);
  log(rules ? "The scenarios have been read again"
            : "The scenarios cannot be used; those from before stay in force");
}

}  // namespace

int serve(const ServerOptions& options) {
  const sigset_t signals = block_signals();
  auto server = Server::start(options);
  if (!server) {
    log(server.error().message);
    return server.error().step == Server::Step::kPort ? 1 : kUnusable;
  }
  std::thread listening([&] { (*server)->run(); });
  std::printf("irisim ready on %s://%s:%d\n", options.listener.tls ? "https" : "http",
              options.listener.host.c_str(), (*server)->port());
  std::fflush(stdout);

  for (int signal = 0; sigwait(&signals, &signal) == 0 && signal == SIGHUP;)
    reload(options, **server);
  (*server)->stop();
  listening.join();
  return 0;
}

}  // namespace irisim::app
