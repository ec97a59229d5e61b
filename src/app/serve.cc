#include "app/serve.h"

#include <csignal>
#include <cstdio>
#include <thread>

#include "base/log.h"

namespace irisim::app {
namespace {

constexpr int kUnusable = 2;  // as for arguments and files that cannot be used

// Blocks the signals that end the program in this thread and all that it starts; the main thread
// waits for them.
sigset_t block_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  return signals;
}

}  // namespace

int serve(const ServerOptions& options) {
  const sigset_t signals = block_signals();
  auto server = Server::start(options);
  if (!server) {
    log(server.error().message);
    return server.error().step == Server::Step::kData ? kUnusable : 1;
  }
  std::thread listening([&] { (*server)->run(); });
  std::printf("irisim ready on %s://%s:%d\n", options.listener.tls ? "https" : "http",
              options.listener.host.c_str(), (*server)->port());
  std::fflush(stdout);

  int signal = 0;
  sigwait(&signals, &signal);
  (*server)->stop();
  listening.join();
  return 0;
}

}  // namespace irisim::app
