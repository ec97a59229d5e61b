#include <atomic>
#include <limits>
#include <thread>

#include <httplib.h>
#include <sys/socket.h>

#include "http/listener.h"

namespace irisim::http {
namespace {

constexpr size_t kThreads = 64;

// Headers that are hidden from the library, which would act on them: it decompresses bodies without
// a limit, takes form-encoded ones apart (and refuses them above 8 KB), and compresses answers with
// brotli, at 4 ms each.
constexpr char kContentType[] = "Content-Type";
constexpr char kHiddenContentType[] = "X-Irisim-Hidden-Content-Type";
constexpr char kHiddenEncoding[] = "X-Irisim-Hidden-Content-Encoding";

void rename(httplib::Headers& headers, const char* from, const char* to) {
  headers.erase(to);
  const auto found = headers.find(from);
  if (found == headers.end()) return;
  const std::string value = found->second;
  headers.erase(from);
  headers.emplace(to, value);
}

// Runs before the library routes the request and reads its body.
void prepare(httplib::Request& request) {
  // The library matches routes with std::regex, which recurses over the path: it gets to see one
  // character only.
  request.path = "/";
  request.ranges.clear();  // the library would cut the answer and leave its status at 200
  httplib::Headers& headers = request.headers;
  headers.erase("Accept-Encoding");
  rename(headers, "Content-Encoding", kHiddenEncoding);
  if (!request.is_multipart_form_data()) rename(headers, kContentType, kHiddenContentType);
  // Without a length the library would wait for the connection's end, or five seconds.
  if (!request.has_header("Content-Length") && !request.has_header("Transfer-Encoding")) {
    headers.emplace("Content-Length", "0");
  }
}

Request from(const httplib::Request& source) {
  Request request;
  request.method = source.method;
  request.target = source.target;
  request.body = source.body;
  request.headers.reserve(source.headers.size());
  for (const auto& [name, value] : source.headers) {
    const bool hidden = name == kHiddenContentType;
    request.headers.emplace_back(hidden ? kContentType : name, value);
  }
  for (const auto& [name, part] : source.files) {
    request.parts.push_back({part.name, part.filename, part.content_type, part.content});
  }
  return request;
}

void send(Response response, httplib::Response& target) {
  target.status = response.status;
  target.body.clear();
  for (auto& [name, value] : response.headers)
    target.headers.emplace(std::move(name), std::move(value));
  if (!response.type.empty()) target.headers.emplace(kContentType, std::move(response.type));
  target.body = std::move(response.body);
}

class StockListener final : public Listener {
 public:
  StockListener(const ListenerOptions& options, Handler handler, Refuse refuse)
      : max_body_(options.max_body), handler_(std::move(handler)), refuse_(std::move(refuse)) {
    server_.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
    server_.set_tcp_nodelay(true);
    server_.set_keep_alive_max_count(std::numeric_limits<size_t>::max());
    server_.set_payload_max_length(options.max_body);
    // Not the library's SO_REUSEPORT, with which a second server would share the port unnoticed.
    server_.set_socket_options([](int socket) {
      const int yes = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    server_.set_pre_routing_handler([](const httplib::Request& request, httplib::Response&) {
      prepare(const_cast<httplib::Request&>(request));
      return httplib::Server::HandlerResponse::Unhandled;
    });
    const auto answer = [this](const httplib::Request& request, httplib::Response& response) {
      if (const int status = reason_to_refuse(request)) {
        send(refuse_(status, request.target), response);
      } else {
        send(handler_(from(request)), response);
      }
      answered(response);
    };
    server_.Get("/", answer);
    server_.Post("/", answer);
    server_.Put("/", answer);
    server_.Patch("/", answer);
    server_.Delete("/", answer);
    server_.Options("/", answer);
    // Called for every status from 400: only those that no handler has answered are the library's
    // own.
    server_.set_error_handler([this](const httplib::Request& request, httplib::Response& response) {
      if (response.headers.erase(kAnswered) == 0)
        send(refuse_(response.status, request.target), response);
    });
  }

  bool bind(const ListenerOptions& options) {
    if (options.port != 0) {
      port_ = options.port;
      return server_.bind_to_port(options.host, options.port);
    }
    port_ = server_.bind_to_any_port(options.host);
    return port_ > 0;
  }

  int port() const override { return port_; }
  void run() override {
    State expected = State::kBound;
    if (!state_.compare_exchange_strong(expected, State::kRunning)) return;
    server_.listen_after_bind();
    state_ = State::kStopped;
  }

  // The library forgets a stop that comes before its loop has started.
  void stop() override {
    State expected = State::kBound;
    if (state_.compare_exchange_strong(expected, State::kStopped)) return;
    while (state_ == State::kRunning && !server_.is_running()) std::this_thread::yield();
    server_.stop();
  }

 private:
  enum class State { kBound, kRunning, kStopped };

  static constexpr char kAnswered[] = "X-Irisim-Answered";

  // A mark for the error handler; it is called after this and takes it away.
  static void answered(httplib::Response& response) {
    if (response.status >= 400) response.headers.emplace(kAnswered, "");
  }

  // The status; 0: welcome. The library applies its limit to a Content-Length only.
  int reason_to_refuse(const httplib::Request& request) const {
    if (request.has_header(kHiddenEncoding)) return 415;
    return request.body.size() > max_body_ ? 413 : 0;
  }

  const size_t max_body_;
  const Handler handler_;
  const Refuse refuse_;
  httplib::Server server_;
  int port_ = 0;
  std::atomic<State> state_ = State::kBound;
};

}  // namespace

Result<std::unique_ptr<Listener>> Listener::bind(const ListenerOptions& options, Handler handler,
                                                 Refuse refuse) {
  auto listener = std::make_unique<StockListener>(options, std::move(handler), std::move(refuse));
  if (!listener->bind(options)) {
    return Error{"cannot listen on " + options.host + ":" + std::to_string(options.port) +
                 "; is another program using the port?"};
  }
  return std::unique_ptr<Listener>(std::move(listener));
}

}  // namespace irisim::http
