#include "http/interpreter.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include <httplib.h>

#include "http/multipart.h"

namespace irisim::http {
namespace {

// Below this, compressing costs more than it saves.
constexpr size_t kWorthCompressing = 64 * 1024;

// A connection that is two strings.
class MemoryStream final : public httplib::Stream {
 public:
  explicit MemoryStream(std::string_view input) : input_(input) {}

  std::string take_output() { return std::move(output_); }

  bool is_readable() const override { return !input_.empty(); }
  bool is_writable() const override { return true; }
  ssize_t read(char* target, size_t size) override {
    const size_t count = std::min(size, input_.size());
    std::memcpy(target, input_.data(), count);
    input_.remove_prefix(count);
    return static_cast<ssize_t>(count);
  }
  ssize_t write(const char* source, size_t size) override {
    output_.append(source, size);
    return static_cast<ssize_t>(size);
  }
  void get_remote_ip_and_port(std::string&, int&) const override {}
  void get_local_ip_and_port(std::string&, int&) const override {}
  socket_t socket() const override { return INVALID_SOCKET; }

 private:
  std::string_view input_;
  std::string output_;
};

}  // namespace

// The library's server, used for one request at a time, without its sockets and threads.
class Interpreter::Library final : private httplib::Server {
 public:
  Library(const Listener::Handler& handler, const Listener::Refuse& refuse,
          const ListenerOptions& options)
      : handler_(handler), refuse_(refuse), scheme_(options.tls ? "https" : "http") {
    Get("/", [this](const httplib::Request& request, httplib::Response& response) {
      handle(request, response);
    });
    // Called for every status from 400: what no handler has answered is the library's own refusal.
    set_error_handler([this](const httplib::Request&, httplib::Response& response) {
      if (!handled_) send(refuse_(response.status, target_), response);
    });
    // The library would tell the client what was thrown.
    set_exception_handler(
        [this](const httplib::Request&, httplib::Response& response, const std::exception_ptr&) {
          send(refuse_(500, target_), response);
        });
    // What the library tells clients of keeping a connection: no count is kept.
    set_keep_alive_timeout(
        std::chrono::duration_cast<std::chrono::seconds>(options.deadlines.idle).count());
    set_keep_alive_max_count(std::numeric_limits<int>::max());
  }

  Answer run(Frame frame) {
    manner_ = {frame.method == "HEAD", frame.accepts_gzip, frame.keeps_alive};
    frame_ = std::move(frame);
    Delivery delivery = process();
    if (later_) return {{}, std::exchange(later_, nullptr), manner_};
    return {std::move(delivery), nullptr, {}};
  }

  Delivery finish(Later& due, const Manner& manner) {
    manner_ = manner;
    due_ = &due;
    Delivery delivery = process();
    due_ = nullptr;
    return delivery;
  }

  Delivery refuse(int status, std::string_view target) {
    manner_ = {.keeps_alive = false};
    frame_.target = target;
    refused_ = status;
    Delivery delivery = process();
    refused_ = 0;
    return delivery;
  }

 private:
  Delivery process() {
    handled_ = false;
    fault_ = {};
    target_ = frame_.target;
    const std::string input = library_input();
    MemoryStream stream(input);
    bool closed = false;
    process_any(*this, stream, closed);
    Delivery delivery = deliver(stream.take_output(), !closed, fault_);
    frame_ = {};
    return delivery;
  }

  // The request as far as the library is to know it, which is hardly anything. It would act on
  // headers (ranges and the heads of form parts by a recursive std::regex, compression, framing),
  // has its own meaning for some (REMOTE_ADDR), decodes percent signs in all, and reads bodies. Of
  // the methods only HEAD changes how it answers.
  std::string library_input() const {
    std::string input = manner_.is_head ? "HEAD" : "GET";
    input += " / HTTP/1.1\r\n";
    if (!manner_.keeps_alive) input += "Connection: close\r\n";
    return input + "\r\n";
  }

  // 0.18 takes the addresses of both ends besides.
  template <class Self>
  static void process_any(Self& self, MemoryStream& stream, bool& closed) {
    if constexpr (requires { self.process_request(stream, false, closed, nullptr); }) {
      self.process_request(stream, false, closed, nullptr);
    } else {
      self.process_request(stream, "", 0, "", 0, false, closed, nullptr);
    }
  }

  void handle(const httplib::Request& source, httplib::Response& response) {
    if (refused_ != 0) {
      send(refuse_(refused_, frame_.target), response);
      return;
    }
    if (due_ != nullptr) return finish(due_->result(), source, response);
    Request request;
    request.scheme = scheme_;
    request.method = std::move(frame_.method);
    request.target = std::move(frame_.target);
    request.headers = std::move(frame_.headers);
    const std::string_view type = request.header("Content-Type");
    if (is_multipart(type)) {
      auto parts = parse_multipart(type, frame_.body);
      if (!parts) return send(refuse_(400, target_), response);
      request.parts = std::move(*parts);
    } else {
      request.body = std::move(frame_.body);
    }
    Response answer = handler_(request);
    if (answer.later) {
      later_ = std::move(answer.later);
      handled_ = true;
      return;
    }
    finish(std::move(answer), source, response);
  }

  void finish(Response answer, const httplib::Request& source, httplib::Response& response) {
    send(std::move(answer), response);
    if (manner_.accepts_gzip && response.body.size() > kWorthCompressing) {
      // The library compresses what the request accepts; until here it was not to know.
      const_cast<httplib::Request&>(source).set_header("Accept-Encoding", "gzip");
    }
  }

  void send(Response source, httplib::Response& target) {
    handled_ = true;
    target.status = source.status;
    fault_ = source.fault;
    for (auto& [name, value] : source.headers) target.set_header(name, value);
    if (!source.type.empty()) target.set_header("Content-Type", source.type);
    target.body = std::move(source.body);
  }

  const Listener::Handler& handler_;
  const Listener::Refuse& refuse_;
  const std::string_view scheme_;
  Manner manner_;
  Frame frame_;
  std::string target_;    // the frame's, when the request has been taken out of it
  int refused_ = 0;       // status of a refusal; 0: a request is answered
  Later* due_ = nullptr;  // an answer that came later; null: there is a request
  bool handled_ = false;
  std::shared_ptr<Later> later_;  // what the handler has given instead of an answer
  WireFault fault_;
};

Interpreter::Interpreter(const Listener::Handler& handler, const Listener::Refuse& refuse,
                         const ListenerOptions& options)
    : library_(std::make_unique<Library>(handler, refuse, options)) {}

Interpreter::~Interpreter() = default;

Answer Interpreter::answer(Frame frame) {
  return library_->run(std::move(frame));
}

Delivery Interpreter::answer_at_last(Later& later, const Manner& manner) {
  return library_->finish(later, manner);
}

Delivery Interpreter::refusal(int status, std::string_view target) {
  return library_->refuse(status, target);
}

}  // namespace irisim::http
