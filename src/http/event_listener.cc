#include <algorithm>
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <system_error>
#include <thread>
#include <unordered_map>

#include <httplib.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "base/check.h"
#include "base/clock.h"
#include "http/alarm_clock.h"
#include "http/connection.h"
#include "http/interpreter.h"
#include "http/listener.h"
#include "http/plain_channel.h"

namespace irisim::http {
namespace {

constexpr int kBacklog = 4096;
constexpr int kWorkers = 4;

// When to come back to a connection whose deadline came while it was being served.
constexpr auto kRetry = std::chrono::milliseconds(10);

// What an epoll event speaks of, besides connections, which are numbered from kFirstConnection.
constexpr uint64_t kTimer = 0;
constexpr uint64_t kStop = 1;
constexpr uint64_t kFirstConnection = 2;

// A process may usually have 1,024 files open; a test suite with connection pools wants more.
void raise_file_limit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

// Runs what the library wants to have run on a thread of its own: here it only hands over a socket.
class InlineQueue final : public httplib::TaskQueue {
 public:
  // void in 0.11, bool in 0.18
  using Enqueued = decltype(std::declval<httplib::TaskQueue&>().enqueue(nullptr));
  Enqueued enqueue(std::function<void()> task) override {
    task();
    return Enqueued(true);
  }
  void shutdown() override {}
};

// The library's server as far as it binds and accepts.
class Acceptor final : public httplib::Server {
 public:
  explicit Acceptor(std::function<void(int)> take) : take_(std::move(take)) {
    new_task_queue = [] { return new InlineQueue; };
    set_tcp_nodelay(true);
    // Not the library's SO_REUSEPORT, with which a second server would share the port unnoticed.
    set_socket_options([](socket_t socket) {
      const int yes = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
  }

  // Gives the port; 0 when it cannot be had.
  int bind(const ListenerOptions& options) {
    const int port = options.port != 0 ? options.port : bind_to_any_port(options.host);
    if (port <= 0 || (options.port != 0 && !bind_to_port(options.host, port))) return 0;
    // The library's own backlog of 5, which is compiled into it, drops bursts.
    return ::listen(svr_sock_, kBacklog) == 0 ? port : 0;
  }

  // Ends listen_after_bind(), also one that is only called later; the library's stop() does nothing
  // before it is called.
  void end() {
    if (!ended_.exchange(true)) ::shutdown(svr_sock_, SHUT_RDWR);
  }

 private:
  bool process_and_close_socket(socket_t socket) override {
    take_(socket);
    return true;
  }

  const std::function<void(int)> take_;
  std::atomic<bool> ended_ = false;
};

// A few workers wait at one epoll for whichever connection can go on. A connection is armed for one
// event at a time, so that one worker has it at a time; waiting costs no thread.
class EventListener final : public Listener {
 public:
  EventListener(const ListenerOptions& options, Handler handler, Refuse refuse)
      : options_(options),
        handler_(std::move(handler)),
        refuse_(std::move(refuse)),
        acceptor_([this](int socket) { take(socket); }),
        epoll_(::epoll_create1(EPOLL_CLOEXEC)),
        timer_(::timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC)),
        stop_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
    IRISIM_CHECK(epoll_ >= 0 && timer_ >= 0 && stop_ >= 0);
    watch(timer_, kTimer, EPOLLIN | EPOLLONESHOT, EPOLL_CTL_ADD);
    watch(stop_, kStop, EPOLLIN, EPOLL_CTL_ADD);  // stays on: every worker sees it
  }

  ~EventListener() override {
    connections_.clear();  // an answer that comes later must not ring any more
    for (const int file : {epoll_, timer_, stop_}) ::close(file);
  }

  bool bind() {
    port_ = acceptor_.bind(options_);
    return port_ != 0;
  }

  int port() const override { return port_; }
  void stop() override { acceptor_.end(); }

  void run() override {
    std::vector<std::thread> workers;
    workers.reserve(kWorkers);
    for (int i = 0; i < kWorkers; ++i) workers.emplace_back([this] { work(); });
    acceptor_.listen_after_bind();
    finish();
    for (std::thread& worker : workers) worker.join();
  }

 private:
  using Wait = Connection::Wait;

  void watch(int file, uint64_t id, uint32_t events, int operation) const {
    epoll_event event{};
    event.events = events;
    event.data.u64 = id;
    ::epoll_ctl(epoll_, operation, file, &event);
  }

  void take(int socket) {
    std::unique_ptr<Channel> channel =
        options_.tls ? options_.tls->wrap(socket) : std::make_unique<PlainChannel>(socket);
    auto connection =
        std::make_shared<Connection>(std::move(channel), options_.limits, options_.deadlines);
    const std::lock_guard connection_lock(connection->mutex);  // nobody serves it before it is here
    uint64_t id = 0;
    {
      const std::lock_guard lock(mutex_);
      id = next_id_++;
      connections_.emplace(id, connection);
    }
    set_alarm(id, steady_now() + options_.deadlines.idle);
    watch(socket, id, EPOLLIN | EPOLLONESHOT, EPOLL_CTL_ADD);
  }

  std::shared_ptr<Connection> find(uint64_t id) {
    const std::lock_guard lock(mutex_);
    const auto found = connections_.find(id);
    return found == connections_.end() ? nullptr : found->second;
  }

  void work() {
    Interpreter interpreter(handler_, refuse_, options_);
    for (;;) {
      epoll_event event{};
      if (::epoll_wait(epoll_, &event, 1, -1) != 1) continue;
      const uint64_t id = event.data.u64;
      if (id == kStop) return;
      if (id == kTimer) {
        ring(interpreter);
      } else if (const auto connection = find(id)) {
        const std::lock_guard lock(connection->mutex);
        settle(id, *connection, connection->serve(interpreter, steady_now(), stopping_));
      }
    }
  }

  // Sees to the connections whose deadline has come.
  void ring(Interpreter& interpreter) {
    while (const std::optional<uint64_t> id = alarms_.take_due(steady_now())) {
      const auto connection = find(*id);
      if (!connection) continue;
      const std::unique_lock lock(connection->mutex, std::try_to_lock);
      if (!lock) {
        alarms_.set_if_none(*id, steady_now() + kRetry);
        continue;
      }
      settle(*id, *connection, connection->expire(interpreter, steady_now(), stopping_));
    }
    arm_timer();
  }

  // Arms the connection for what it waits for. Its lock is held.
  void settle(uint64_t id, Connection& connection, const Wait& wait) {
    if (wait.what == Wait::For::kNothing) return forget(id, connection);
    set_alarm(id, wait.deadline);
    // Nothing but a connection that is broken, which epoll always tells, wakes one that waits for
    // time.
    uint32_t events = EPOLLONESHOT;
    if (wait.what == Wait::For::kInput) events |= EPOLLIN;
    if (wait.what == Wait::For::kOutput) events |= EPOLLOUT;
    if (wait.what == Wait::For::kAnswer) events |= EPOLLRDHUP;
    watch(connection.socket(), id, events, EPOLL_CTL_MOD);
    // Last: an answer that is there already moves the alarm forward at once.
    if (wait.what == Wait::For::kAnswer)
      connection.tell_of_answer([this, id] { set_alarm(id, steady_now()); });
  }

  void forget(uint64_t id, const Connection& connection) {
    alarms_.cancel(id);
    watch(connection.socket(), id, 0, EPOLL_CTL_DEL);
    const std::lock_guard lock(mutex_);
    connections_.erase(id);
    if (connections_.empty()) none_left_.notify_all();
  }

  void set_alarm(uint64_t id, SteadyTime deadline) {
    if (alarms_.set(id, deadline)) arm_timer();
  }

  void arm_timer() {
    const std::lock_guard lock(timer_mutex_);
    itimerspec time{};  // all zero: no alarm
    if (const std::optional<AlarmClock::Time> next = alarms_.next()) {
      const auto since = std::max(next->time_since_epoch(), SteadyTime::duration(1));
      time.it_value.tv_sec = std::chrono::duration_cast<std::chrono::seconds>(since).count();
      time.it_value.tv_nsec = (since % std::chrono::seconds(1)).count();
    }
    ::timerfd_settime(timer_, TFD_TIMER_ABSTIME, &time, nullptr);
    watch(timer_, kTimer, EPOLLIN | EPOLLONESHOT, EPOLL_CTL_MOD);
  }

  // No connection is accepted any more: closes those that it can, gives the others time, and lets
  // the workers go.
  void finish() {
    stopping_ = true;
    std::vector<std::pair<uint64_t, std::shared_ptr<Connection>>> all;
    {
      const std::lock_guard lock(mutex_);
      all.assign(connections_.begin(), connections_.end());
    }
    for (const auto& [id, connection] : all) {
      const std::lock_guard lock(connection->mutex);
      if (connection->may_close()) {
        forget(id, *connection);
      } else if (connection->awaits_answer()) {
        set_alarm(id, steady_now());  // it is given what there is
      }
    }
    all.clear();
    {
      std::unique_lock lock(mutex_);
      none_left_.wait_for(lock, options_.deadlines.stop, [this] { return connections_.empty(); });
    }
    const uint64_t one = 1;
    IRISIM_CHECK(::write(stop_, &one, sizeof one) == sizeof one);
  }

  const ListenerOptions options_;
  const Handler handler_;
  const Refuse refuse_;
  Acceptor acceptor_;
  int port_ = 0;
  const int epoll_, timer_, stop_;
  std::atomic<bool> stopping_ = false;

  AlarmClock alarms_;
  std::mutex timer_mutex_;  // from reading the next alarm to setting the timer

  std::mutex
      mutex_;  // guards all below; taken under a connection's lock, never the other way round
  std::condition_variable none_left_;
  std::unordered_map<uint64_t, std::shared_ptr<Connection>> connections_;
  uint64_t next_id_ = kFirstConnection;
};

}  // namespace

Result<std::unique_ptr<Listener>> Listener::bind(const ListenerOptions& options, Handler handler,
                                                 Refuse refuse) {
  raise_file_limit();
  auto listener = std::make_unique<EventListener>(options, std::move(handler), std::move(refuse));
  errno = 0;
  if (!listener->bind()) {
    const int reason = errno;  // none when the host has no address
    return Error{"cannot listen on " + options.host + ":" + std::to_string(options.port) + ": " +
                 (reason == 0 ? "no such address" : std::generic_category().message(reason))};
  }
  return std::unique_ptr<Listener>(std::move(listener));
}

}  // namespace irisim::http
