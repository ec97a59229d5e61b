// Crowds of clients, as wrk cannot make them: on loopback only, bounded in count and time.
//   irisim_bench_crowd connect URL COUNT                    COUNT clients at once, one request each
//   irisim_bench_crowd hold URL COUNT SECONDS PID           COUNT idle keep-alive connections
//   irisim_bench_crowd post URL COUNT FILE CONNECTIONS FIRST
//                                   COUNT port-ins, of the FIRST telephone number and those behind
//                                   it
// What it prints is one line of figures; its status is 1 if the server did not do its part.

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr long kMostClients = 10'000;
constexpr long kMostPortIns = 1'000'000;
constexpr milliseconds kPatience{10'000};  // without any event
constexpr unsigned kMostSeconds = 120;     // for all; then SIGALRM ends it

[[noreturn]] void fail(const std::string& why) {
  std::fprintf(stderr, "irisim_bench_crowd: %s\n", why.c_str());
  std::exit(1);
}

long number(std::string_view text, long most) {
  long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 1 || value > most) {
    fail("not a number from 1 to " + std::to_string(most) + ": " + std::string(text));
  }
  return value;
}

struct Target {
  sockaddr_in address{};
  std::string host;
  std::string path;
};

Target parse_target(std::string_view url) {
  constexpr std::string_view kPrefix = "http://127.0.0.1:";
  if (!url.starts_with(kPrefix)) fail("not a URL of http://127.0.0.1: " + std::string(url));
  url.remove_prefix(kPrefix.size());
  const size_t slash = std::min(url.find('/'), url.size());
  Target target;
  target.address.sin_family = AF_INET;
  target.address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  target.address.sin_port = htons(static_cast<in_port_t>(number(url.substr(0, slash), 65'535)));
  target.host = "127.0.0.1:" + std::string(url.substr(0, slash));
  target.path = slash == url.size() ? "/" : std::string(url.substr(slash));
  return target;
}

std::string get_request(const Target& target) {
  return "GET " + target.path + " HTTP/1.1\r\nHost: " + target.host + "\r\n\r\n";
}

std::string post_request(const Target& target, const std::string& body) {
  return "POST " + target.path + " HTTP/1.1\r\nHost: " + target.host +
         "\r\nContent-Type: application/xml\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n\r\n" + body;
}

// What has come of an answer with a Content-Length, as all have that are asked for here.
class Answer {
 public:
  void add(std::string_view bytes) { text_ += bytes; }
  void clear() { text_.clear(); }
  bool good() const { return text_.starts_with("HTTP/1.1 2"); }

  bool complete() const {
    const size_t head = text_.find("\r\n\r\n");
    if (head == std::string::npos) return false;
    constexpr std::string_view kLength = "\r\nContent-Length: ";
    const size_t at = text_.find(kLength);
    if (at >= head) fail("an answer without a Content-Length");
    const size_t length = std::strtoul(text_.c_str() + at + kLength.size(), nullptr, 10);
    return text_.size() - head - 4 >= length;
  }

 private:
  std::string text_;
};

// A client that does not block. Its next step is due when `events` is ready.
class Client {
 public:
  Client() = default;
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client() {
    if (socket_ >= 0) ::close(socket_);
  }

  void connect(const Target& target) {
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (socket_ < 0) fail("no socket; is ulimit -n too low?");
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    const auto* address = reinterpret_cast<const sockaddr*>(&target.address);
    if (::connect(socket_, address, sizeof target.address) != 0 && errno != EINPROGRESS) lose();
  }

  void ask(std::string request) {
    request_ = std::move(request);
    answer_.clear();
  }

  // Goes on as far as it can without waiting.
  void step() {
    while (!lost_ && !request_.empty()) {
      const ssize_t sent = ::send(socket_, request_.data(), request_.size(), MSG_NOSIGNAL);
      if (sent < 0) return lose_unless_early();
      request_.erase(0, static_cast<size_t>(sent));
    }
    while (!lost_ && !done()) {
      char buffer[16'384];
      const ssize_t got = ::recv(socket_, buffer, sizeof buffer, 0);
      if (got < 0) return lose_unless_early();
      if (got == 0) return lose();
      answer_.add({buffer, static_cast<size_t>(got)});
    }
  }

  bool done() const { return request_.empty() && answer_.complete(); }
  bool good() const { return !lost_ && done() && answer_.good(); }
  bool waits() const { return !lost_ && !done(); }
  pollfd events() const {
    return {waits() ? socket_ : -1, static_cast<short>(request_.empty() ? POLLIN : POLLOUT), 0};
  }

 private:
  void lose() { lost_ = true; }
  void lose_unless_early() {
    if (errno != EAGAIN && errno != ENOTCONN) lose();
  }

  int socket_ = -1;
  bool lost_ = false;
  std::string request_;
  Answer answer_;
};

using Clients = std::vector<Client>;

// Calls `progressed` for each client that took a step, until none waits for anything or nothing
// happens any more.
template <typename Progressed>
void serve(Clients& clients, const Progressed& progressed) {
  std::vector<pollfd> polled(clients.size());
  for (;;) {
    bool waiting = false;
    for (size_t i = 0; i < clients.size(); ++i) {
      polled[i] = clients[i].events();
      waiting = waiting || polled[i].fd >= 0;
    }
    if (!waiting || ::poll(polled.data(), polled.size(), kPatience.count()) <= 0) return;
    for (size_t i = 0; i < clients.size(); ++i) {
      if (polled[i].fd < 0 || polled[i].revents == 0) continue;
      clients[i].step();
      progressed(clients[i]);
    }
  }
}

// Connects all of them at once and waits for the answer to one GET each.
// Gives how many were answered well; `last` is when the last of these was.
long greet(Clients& clients, const Target& target, Clock::duration& last) {
  const auto began = Clock::now();
  for (Client& client : clients) {
    client.ask(get_request(target));
    client.connect(target);
  }
  serve(clients, [&](const Client& client) {
    if (client.good()) last = Clock::now() - began;
  });
  return std::count_if(clients.begin(), clients.end(), [](const Client& c) { return c.good(); });
}

double ms(Clock::duration time) {
  return std::chrono::duration<double, std::milli>(time).count();
}

// ANSWERED MILLISECONDS
int run_connect(const Target& target, long count) {
  Clients clients(static_cast<size_t>(count));
  Clock::duration last{};
  const long answered = greet(clients, target, last);
  std::printf("%ld %.1f\n", answered, ms(last));
  return 0;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path);
  if (!file) fail("cannot read " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The processor time of a process so far: fields 14 and 15 of its stat, counted behind the name.
double cpu_seconds(const std::string& pid) {
  const std::string stat = read_file("/proc/" + pid + "/stat");
  const char* at = stat.c_str() + stat.rfind(')') + 2;
  for (int field = 3; field < 14; ++field) at += std::string_view(at).find(' ') + 1;
  char* end = nullptr;
  const unsigned long user = std::strtoul(at, &end, 10);
  const unsigned long system = std::strtoul(end, nullptr, 10);
  return static_cast<double>(user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

long resident_kilobytes(const std::string& pid) {
  const std::string status = read_file("/proc/" + pid + "/status");
  constexpr std::string_view kName = "VmRSS:";
  const size_t at = status.find(kName);
  if (at == std::string::npos) fail("no VmRSS of process " + pid);
  return std::strtol(status.c_str() + at + kName.size(), nullptr, 10);
}

// CPU-PERCENT KILOBYTES of the server while the connections, each used once, are idle.
int run_hold(const Target& target, long count, long seconds, const std::string& pid) {
  Clients clients(static_cast<size_t>(count));
  Clock::duration last{};
  if (greet(clients, target, last) != count) fail("not all connections were answered");
  std::this_thread::sleep_for(milliseconds(200));  // what is left to do behind the last answer
  const double before = cpu_seconds(pid);
  const auto began = Clock::now();
  std::this_thread::sleep_for(std::chrono::seconds(seconds));
  const double used = cpu_seconds(pid) - before;
  const double percent = 100'000 * used / ms(Clock::now() - began);
  const long resident = resident_kilobytes(pid);
  for (Client& client : clients) client.ask(get_request(target));
  serve(clients, [](const Client&) {});
  for (const Client& client : clients) {
    if (!client.good()) fail("a connection did not outlive its idle time");
  }
  std::printf("%.2f %ld\n", percent, resident);
  return 0;
}

// The n-th telephone number: exchanges 220 to 299, among which no N11 is.
std::string telephone_number(long n) {
  constexpr long kExchanges = 80;
  constexpr long kLines = 10'000;
  const long area = 220 + n / kLines / kExchanges;
  const long exchange = 220 + n / kLines % kExchanges;
  return std::to_string((area * 1'000 + exchange) * kLines + n % kLines);
}

// CREATED MILLISECONDS
int run_post(const Target& target, long count, const std::string& file, long connections,
             long first) {
  constexpr std::string_view kNumber = "9194809871";
  const std::string body = read_file(file);
  const size_t at = body.find(kNumber);
  if (at == std::string::npos) fail("no " + std::string(kNumber) + " in " + file);
  long asked = 0;
  const auto next = [&] {
    std::string text = body;
    text.replace(at, kNumber.size(), telephone_number(first + asked++));
    return post_request(target, text);
  };

  Clients clients(static_cast<size_t>(std::min(connections, count)));
  long created = 0;
  const auto began = Clock::now();
  for (Client& client : clients) {
    client.ask(next());
    client.connect(target);
  }
  serve(clients, [&](Client& client) {
    if (client.waits()) return;
    if (!client.good()) fail("a port-in was refused");
    ++created;
    if (asked < count) client.ask(next());
  });
  std::printf("%ld %.1f\n", created, ms(Clock::now() - began));
  return created == count ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  ::alarm(kMostSeconds);
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const auto is = [&](std::string_view command, size_t count) {
    return arguments.size() == count && arguments[0] == command;
  };
  const auto target = [&] { return parse_target(arguments[1]); };
  const auto count = [&](long most) { return number(arguments[2], most); };
  if (is("connect", 3)) return run_connect(target(), count(kMostClients));
  if (is("hold", 5)) {
    return run_hold(target(), count(kMostClients), number(arguments[3], 60), arguments[4]);
  }
  if (is("post", 6)) {
    return run_post(target(), count(kMostPortIns), arguments[3], number(arguments[4], kMostClients),
                    number(arguments[5], kMostPortIns));
  }
  std::fprintf(stderr,
               "usage: irisim_bench_crowd connect URL COUNT | hold URL COUNT SECONDS PID | "
               "post URL COUNT FILE CONNECTIONS FIRST\n");
  return 2;
}
