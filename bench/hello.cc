// The bare HTTP server that irisim is measured against: cpp-httplib with one fixed path, and the
// settings without which it is slow. Argument: the size of the body that it answers.

#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string>

#include <httplib.h>

int main(int argc, char** argv) {
  const long size = argc == 2 ? std::strtol(argv[1], nullptr, 10) : 0;
  if (size <= 0) {
    std::fprintf(stderr, "usage: irisim_bench_hello BYTES\n");
    return 2;
  }
  const std::string body(static_cast<size_t>(size), 'x');
  httplib::Server server;
  server.new_task_queue = [] { return new httplib::ThreadPool(64); };
  server.set_tcp_nodelay(true);
  server.set_keep_alive_max_count(std::numeric_limits<size_t>::max());
  server.Get("/hello", [&](const httplib::Request&, httplib::Response& response) {
    response.set_content(body, "application/xml");
  });
  const int port = server.bind_to_any_port("127.0.0.1");
  if (port <= 0) {
    std::fprintf(stderr, "irisim_bench_hello: cannot listen on 127.0.0.1\n");
    return 1;
  }
  std::printf("hello ready on http://127.0.0.1:%d\n", port);
  std::fflush(stdout);
  return server.listen_after_bind() ? 0 : 1;
}
