// What many worlds take.
//   irisim_bench_worlds URL PID COUNT FILE
//                      lines of WHAT FIGURE: in each of COUNT worlds, made on first use, a site, a
//                      SIP peer and ten port-ins are created, each from the contract's example in
//                      FILE, of another telephone number. The server's clock must be manual, so
//                      that timers stay pending.
// first, first-p99, first-max: ms that the first request of a world took, and one in a world that
// is there (next); kilobytes: resident, of all worlds together, without what the program had
// before.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <httplib.h>

namespace {

using Clock = std::chrono::steady_clock;

constexpr long kMost = 10'000;
constexpr long kPortIns = 10;
constexpr std::string_view kNumber = "9194809871";
constexpr long kFirstNumber = 9'194'800'000;

constexpr char kSite[] =
    "<Site><Name>Raleigh</Name><Address><HouseNumber>1600</HouseNumber>"
    "<StreetName>Pennsylvania</StreetName><StreetSuffix>Ave</StreetSuffix><City>Washington</City>"
    "<StateCode>DC</StateCode><Zip>20006</Zip><AddressType>Service</AddressType></Address></Site>";
constexpr char kPeer[] =
    "<SipPeer><PeerName>First</PeerName><IsDefaultPeer>true</IsDefaultPeer></SipPeer>";

[[noreturn]] void fail(const std::string& why) {
  std::fprintf(stderr, "irisim_bench_worlds: %s\n", why.c_str());
  std::exit(1);
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

class Bench {
 public:
  explicit Bench(const std::string& url) : client_(url) {
    client_.set_keep_alive(true);
    client_.set_tcp_nodelay(true);
  }

  // Gives the path of what is made.
  std::string create(const std::string& path, const std::string& body) {
    const httplib::Result result = client_.Post(path, body, "application/xml");
    if (!result || result->status != 201) fail("not created: " + path);
    const std::string location = result->get_header_value("Location");
    return location.substr(location.find("/worlds/"));
  }

  double get_ms(const std::string& path) {
    const auto began = Clock::now();
    const httplib::Result result = client_.Get(path);
    if (!result || result->status != 200) fail("not answered well: " + path);
    return std::chrono::duration<double, std::milli>(Clock::now() - began).count();
  }

 private:
  httplib::Client client_;
};

double share(std::vector<double> values, double part) {
  std::ranges::sort(values);
  return values[static_cast<size_t>(part * static_cast<double>(values.size() - 1))];
}

int run(const std::string& url, const std::string& pid, long count, std::string portin) {
  const size_t at = portin.find(kNumber);
  if (at == std::string::npos) fail("no " + std::string(kNumber) + " in the example");
  Bench bench(url);
  std::vector<double> first, next;
  const long before = resident_kilobytes(pid);
  for (long i = 0; i < count; ++i) {
    const std::string account = "/worlds/bench-" + std::to_string(i) + "/api/accounts/9999999";
    first.push_back(bench.get_ms(account + "/sites"));
    next.push_back(bench.get_ms(account + "/sites"));
    bench.create(bench.create(account + "/sites", kSite) + "/sippeers", kPeer);
    for (long n = 0; n < kPortIns; ++n) {
      portin.replace(at, kNumber.size(), std::to_string(kFirstNumber + n));
      bench.create(account + "/portins", portin);
    }
  }
  std::printf("first %.3f\nfirst-p99 %.3f\nfirst-max %.3f\nnext %.3f\nkilobytes %ld\n",
              share(first, 0.5), share(first, 0.99), share(first, 1), share(next, 0.5),
              resident_kilobytes(pid) - before);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const long count = argc == 5 ? std::strtol(argv[3], nullptr, 10) : 0;
  if (count <= 0 || count > kMost) {
    std::fprintf(stderr, "usage: irisim_bench_worlds URL PID COUNT FILE\n");
    return 2;
  }
  std::ifstream in(argv[4], std::ios::binary);
  if (!in) fail("cannot read " + std::string(argv[4]));
  return run(argv[1], argv[2], count, {std::istreambuf_iterator<char>(in), {}});
}
