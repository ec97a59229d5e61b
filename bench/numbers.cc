// What irisim's answers take when an account has few numbers in service, and when it has many.
//   irisim_bench_numbers inventory           the inventory file that the server must be started
//   with irisim_bench_numbers measure URL PID COUNT
//                                            lines of NUMBERS WHAT FIGURE: with 1,000 numbers in
//                                            service, then with COUNT
// Times are medians in milliseconds, over one connection. The server's clock must be manual.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <httplib.h>

namespace {

using Clock = std::chrono::steady_clock;

// The inventory: rate centers with an area code of 100,000 available numbers each, which are put in
// service, and behind them one whose numbers stay free. All are of one state. As in life, a part of
// each block is not available.
constexpr long kRateCenters = 10;
constexpr long kBlocks = 125;
constexpr long kInBlock = 800;
constexpr long kInRateCenter = kBlocks * kInBlock;
constexpr long kMost = kRateCenters * kInRateCenter;
constexpr long kFirstArea = 201;
constexpr long kFreeArea = 980;
constexpr long kFewest = 1'000;
constexpr long kInOrder = 5'000;

constexpr char kAccount[] = "/api/accounts/9999999";

[[noreturn]] void fail(const std::string& why) {
  std::fprintf(stderr, "irisim_bench_numbers: %s\n", why.c_str());
  std::exit(1);
}

void print_rate_center(long id, long area, long blocks) {
  const long first = area * 10'000 + 2'200;
  std::printf(
      "  - { id: %ld, abbreviation: CENTER%ld, state: NJ, lata: 224, vendor: 1, "
      "blocks: { %ld-%ld: %ld } }\n",
      id, area, first, first + blocks - 1, kInBlock);
}

int run_inventory() {
  std::printf(
      "vendors:\n  - { id: 1, name: Ours, onNet: true }\n"
      "carriers:\n  - { spid: 1537, name: Theirs }\nrateCenters:\n");
  for (long i = 0; i < kRateCenters; ++i) print_rate_center(i + 1, kFirstArea + i, kBlocks);
  print_rate_center(kRateCenters + 1, kFreeArea, 2 * kInOrder / kInBlock);
  return 0;
}

long resident_kilobytes(const std::string& pid) {
  std::ifstream status("/proc/" + pid + "/status");
  std::string word;
  while (status >> word && word != "VmRSS:") {
  }
  long kilobytes = 0;
  if (!(status >> kilobytes)) fail("no VmRSS of process " + pid);
  return kilobytes;
}

double median_ms(int times, const std::function<void()>& function) {
  std::vector<double> taken;
  for (int i = 0; i < times; ++i) {
    const auto began = Clock::now();
    function();
    taken.push_back(std::chrono::duration<double, std::milli>(Clock::now() - began).count());
  }
  std::ranges::nth_element(taken, taken.begin() + times / 2);
  return taken[times / 2];
}

class Bench {
 public:
  Bench(const std::string& url, std::string pid) : client_(url), pid_(std::move(pid)) {
    client_.set_keep_alive(true);
    client_.set_tcp_nodelay(true);
    client_.set_read_timeout(60);
  }

  // Puts numbers in service until there are so many: those of the rate center in the middle first,
  // so that there are numbers before and behind them later.
  void load(long count) {
    while (loaded() < count) {
      const long rate_center = (kRateCenters / 2 + loaded() / kInRateCenter) % kRateCenters;
      const long quantity =
          std::min({kInOrder, count - loaded(), kInRateCenter - loaded() % kInRateCenter});
      const std::vector<std::string> numbers =
          search("areaCode=" + std::to_string(kFirstArea + rate_center), quantity);
      order(numbers);
      in_service_.insert(in_service_.end(), numbers.begin(), numbers.end());
    }
  }

  long loaded() const { return std::ssize(in_service_); }
  long resident() const { return resident_kilobytes(pid_); }

  void measure() {
    measure_lookups();
    measure_pages();
    // With the million taken, what is found is at the far end.
    tell("search", median_ms(10, [&] { search("state=NJ", kInOrder); }));
    measure_orders();
  }

  void tell(const char* what, double figure) const {
    std::printf("%ld %s %.3f\n", loaded(), what, figure);
    std::fflush(stdout);
  }

 private:
  void measure_lookups() {
    constexpr int kTimes = 500;
    long n = 0;
    const auto next = [&] { return in_service_[(n += loaded() / kTimes + 1) % loaded()]; };
    tell("tn", median_ms(kTimes, [&] { good(client_.Get("/api/tns/" + next())); }));
    tell("inservice", median_ms(kTimes, [&] { get("/inserviceNumbers/" + next()); }));
  }

  // Each page is full.
  void measure_pages() {
    constexpr int kTimes = 100, kSize = 500;
    const std::string size = "/inserviceNumbers?size=" + std::to_string(kSize);
    const std::string area = in_service_.front().substr(0, 3);
    const std::string middle = in_service_[std::min(loaded(), kInRateCenter) / 2];
    const struct {
      const char* name;
      std::string criteria;
    } kLists[] = {{"all", ""},
                  {"area", "&areaCode=" + area},
                  {"center", "&state=NJ&ratecenter=CENTER" + area}};
    for (const auto& [name, criteria] : kLists) {
      for (const std::string& page : {std::string("1"), middle}) {
        const std::string path = size + criteria + "&page=" + page;
        if (get(path).find("<Count>" + std::to_string(kSize)) == std::string::npos)
          fail("a page that is not full: " + path);
        const std::string what = std::string(page == "1" ? "first" : "middle") + "-" + name;
        tell(what.c_str(), median_ms(kTimes, [&] { get(path); }));
      }
    }
  }

  // So many available numbers.
  std::vector<std::string> search(const std::string& criteria, long quantity) {
    constexpr std::string_view kTag = "<TelephoneNumber>";
    constexpr size_t kDigits = 10;
    const std::string body =
        get("/availableNumbers?" + criteria + "&quantity=" + std::to_string(quantity));
    std::vector<std::string> numbers;
    for (size_t at = body.find(kTag); at != std::string::npos; at = body.find(kTag, at + 1))
      numbers.push_back(body.substr(at + kTag.size(), kDigits));
    if (std::ssize(numbers) != quantity) fail("too few available numbers: " + criteria);
    return numbers;
  }

  // The numbers that are ordered are those that are free in the end.
  void measure_orders() {
    constexpr int kTimes = 5;
    std::vector<double> ordering, disconnecting;
    const std::vector<std::string> numbers =
        search("areaCode=" + std::to_string(kFreeArea), kInOrder);
    for (int i = 0; i < kTimes; ++i) {
      ordering.push_back(median_ms(1, [&] { order(numbers); }));
      disconnecting.push_back(median_ms(1, [&] { disconnect(numbers); }));
      advance("60s");  // until they can be ordered again
    }
    std::ranges::sort(ordering);
    std::ranges::sort(disconnecting);
    tell("order", ordering[kTimes / 2]);
    tell("disconnect", disconnecting[kTimes / 2]);
  }

  static std::string list(const std::vector<std::string>& numbers) {
    std::string list = "<TelephoneNumberList>";
    for (const std::string& number : numbers)
      list += "<TelephoneNumber>" + number + "</TelephoneNumber>";
    return list + "</TelephoneNumberList>";
  }

  void order(const std::vector<std::string>& numbers) {
    post("/orders", "<Order><Name>n</Name><ExistingTelephoneNumberOrderType>" + list(numbers) +
                        "</ExistingTelephoneNumberOrderType><SiteId>743</SiteId></Order>");
  }

  void disconnect(const std::vector<std::string>& numbers) {
    post("/disconnects",
         "<DisconnectTelephoneNumberOrder><name>n</name><DisconnectTelephoneNumberOrderType>" +
             list(numbers) +
             "</DisconnectTelephoneNumberOrderType></DisconnectTelephoneNumberOrder>");
  }

  // Until the order has ended well.
  void post(const std::string& path, const std::string& body) {
    good(client_.Post(kAccount + path, body, "application/xml"));
    if (advance("1s").find("COMPLETE") == std::string::npos) fail("an order is not complete");
  }

  std::string advance(const std::string& by) {
    return good(
        client_.Post("/__admin/clock/advance", R"({"by":")" + by + R"("})", "application/json"));
  }

  std::string get(const std::string& path) { return good(client_.Get(kAccount + path)); }

  static std::string good(const httplib::Result& result) {
    if (!result) fail("no answer");
    if (result->status / 100 != 2)
      fail("answered " + std::to_string(result->status) + result->body);
    return result->body;
  }

  httplib::Client client_;
  std::string pid_;
  std::vector<std::string> in_service_;  // in the order in which they came
};

int run_measure(const std::string& url, const std::string& pid, long count) {
  if (count <= kFewest || count > kMost) fail("COUNT must be from 1001 to 1000000");
  Bench bench(url, pid);
  bench.load(kFewest);
  const long before = bench.resident(), few = bench.loaded();
  bench.measure();
  const double taken = median_ms(1, [&] { bench.load(count); });
  bench.tell("load", taken);
  bench.tell("bytes",
             static_cast<double>((bench.resident() - before) * 1'024) / (bench.loaded() - few));
  bench.measure();
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  if (arguments == std::vector<std::string>{"inventory"}) return run_inventory();
  if (arguments.size() == 4 && arguments[0] == "measure")
    return run_measure(arguments[1], arguments[2], std::strtol(arguments[3].c_str(), nullptr, 10));
  std::fprintf(stderr, "usage: irisim_bench_numbers inventory | measure URL PID COUNT\n");
  return 2;
}
