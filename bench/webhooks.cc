// What notifications take.
//   irisim_bench_webhooks rate URL PID COUNT
//                      to a server with a manual clock: COUNT orders come to their end at one time,
//                      and an endpoint of this program is told of each. Lines of WHAT FIGURE:
//                      rate, notifications a second, from the advance to the last answer; and
//                      threads, which the process has more for it.
//   irisim_bench_webhooks retries URL PID COUNT
//                      to a server with a real clock: as many to an endpoint that is not there.
//                      When all wait to be tried again: processor, %, and threads, while they wait.

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <thread>

#include <httplib.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;

constexpr long kMost = 100'000;
constexpr auto kPatience = std::chrono::minutes(2);
constexpr std::string_view kAccount = "/api/accounts/9999999";

[[noreturn]] void fail(const std::string& why) {
  std::fprintf(stderr, "irisim_bench_webhooks: %s\n", why.c_str());
  std::exit(1);
}

double seconds_since(Clock::time_point began) {
  return std::chrono::duration<double>(Clock::now() - began).count();
}

long count_threads(const std::string& pid) {
  const std::filesystem::directory_iterator tasks("/proc/" + pid + "/task");
  return std::distance(begin(tasks), end(tasks));
}

// Processor time that the process has used, in seconds.
double processor_time(const std::string& pid) {
  std::ifstream in("/proc/" + pid + "/stat");
  std::string stat;
  std::getline(in, stat);
  long user = 0, system = 0;
  // What follows the name: state, then ten numbers, then these.
  if (std::sscanf(stat.substr(stat.rfind(')') + 1).c_str(),
                  " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %ld %ld", &user, &system) != 2)
    fail("no processor time of process " + pid);
  return static_cast<double>(user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

// Counts what it is told, and answers 200.
class Endpoint {
 public:
  Endpoint() {
    constexpr int kThreads = 16;
    server_.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
    server_.set_tcp_nodelay(true);
    server_.set_keep_alive_max_count(kMost);
    server_.Post("/", [this](const httplib::Request&, httplib::Response& answer) {
      ++told_;
      answer.set_content("", "text/plain");
    });
    port_ = server_.bind_to_any_port("127.0.0.1");
    thread_ = std::thread([this] { server_.listen_after_bind(); });
    while (!server_.is_running()) std::this_thread::yield();
  }
  ~Endpoint() {
    server_.stop();
    thread_.join();
  }
  int port() const { return port_; }
  long told() const { return told_; }

 private:
  httplib::Server server_;
  std::atomic<long> told_ = 0;
  int port_ = 0;
  std::thread thread_;
};

class Client {
 public:
  explicit Client(const std::string& url) : client_(url) {
    client_.set_keep_alive(true);
    client_.set_tcp_nodelay(true);
    client_.set_read_timeout(kPatience);
  }

  std::string post(std::string_view path, const std::string& body, const char* type, int status) {
    const httplib::Result result = client_.Post(std::string(path), body, type);
    if (!result || result->status != status) fail("not answered well: " + std::string(path));
    return result->body;
  }

  void subscribe(int port) {
    post(std::string(kAccount) + "/subscriptions",
         "<Subscription><OrderType>disconnects</OrderType><CallbackSubscription><URL>"
         "http://127.0.0.1:" +
             std::to_string(port) + "/</URL></CallbackSubscription></Subscription>",
         "application/xml", 201);
  }

  // Orders that end after a second: nobody has their number.
  void order(long count) {
    for (long i = 0; i < count; ++i) {
      post(std::string(kAccount) + "/disconnects",
           "<DisconnectTelephoneNumberOrder><DisconnectTelephoneNumberOrderType>"
           "<TelephoneNumberList><TelephoneNumber>9195550100</TelephoneNumber>"
           "</TelephoneNumberList></DisconnectTelephoneNumberOrderType>"
           "</DisconnectTelephoneNumberOrder>",
           "application/xml", 201);
    }
  }

  // How many deliveries are in the state.
  long count(const std::string& state) {
    const httplib::Result result = client_.Get("/__admin/webhooks?limit=1&state=" + state);
    if (!result || result->status != 200) fail("the webhooks cannot be listed");
    const size_t total = result->body.find("\"total\": ");
    if (total == std::string::npos) fail("the webhooks have no total");
    return std::strtol(result->body.c_str() + total + 9, nullptr, 10);
  }

 private:
  httplib::Client client_;
};

int measure_rate(const std::string& url, const std::string& pid, long count) {
  Endpoint endpoint;
  Client client(url);
  client.subscribe(endpoint.port());
  client.order(count);
  const long threads = count_threads(pid);
  const auto began = Clock::now();
  client.post("/__admin/clock/advance", "{\"by\": \"1s\"}", "application/json", 200);
  const double seconds = seconds_since(began);
  if (endpoint.told() != count) fail(std::to_string(endpoint.told()) + " notifications came");
  std::printf("rate %.0f\nthreads %ld\n", static_cast<double>(count) / seconds,
              count_threads(pid) - threads);
  return 0;
}

// A port that nobody else gets, and on which nothing listens.
int take_silent_port() {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof(address);
  const int silent = socket(AF_INET, SOCK_STREAM, 0);
  auto* name = reinterpret_cast<sockaddr*>(&address);
  if (silent < 0 || bind(silent, name, size) != 0 || getsockname(silent, name, &size) != 0)
    fail("no port");
  return ntohs(address.sin_port);
}

int measure_retries(const std::string& url, const std::string& pid, long count) {
  Client client(url);
  client.subscribe(take_silent_port());
  const long threads = count_threads(pid);
  client.order(count);
  const auto began = Clock::now();
  while (client.count("due") < count) {
    if (Clock::now() - began > kPatience) fail("not all wait to be tried again");
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
  constexpr auto kWhile = std::chrono::seconds(3);
  std::this_thread::sleep_for(std::chrono::seconds(1));
  const double used = processor_time(pid);
  std::this_thread::sleep_for(kWhile);
  std::printf("processor %.2f\nthreads %ld\n",
              100 * (processor_time(pid) - used) / std::chrono::duration<double>(kWhile).count(),
              count_threads(pid) - threads);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view what = argc == 5 ? argv[1] : "";
  const long count = argc == 5 ? std::strtol(argv[4], nullptr, 10) : 0;
  const bool is_rate = what == "rate";
  if ((!is_rate && what != "retries") || count <= 0 || count > kMost) {
    std::fprintf(stderr, "usage: irisim_bench_webhooks rate|retries URL PID COUNT\n");
    return 2;
  }
  return is_rate ? measure_rate(argv[2], argv[3], count) : measure_retries(argv[2], argv[3], count);
}
