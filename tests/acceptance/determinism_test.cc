// The same seed, the same scenario and the same requests give the same answers, byte for byte, in
// whichever order the threads of several worlds get their turns.

#include <array>
#include <random>

#include <gtest/gtest.h>

#include "tests/support/inventories.h"
#include "tests/support/orders.h"
#include "tests/support/port_world.h"
#include "tests/support/portins.h"
#include "tests/support/threads.h"

namespace irisim::test {
namespace {

constexpr int kRequests = 1000;  // of all threads

// All that chance decides: spreads, jitter, and which requests are hit.
const char kScenario[] = R"(version: 1
scenarios:
  - name: slow
    match: { order: portins, telephoneNumber: "*[ODD]" }
    transitions:
      - { from: SUBMITTED, to: EXCEPTION, after: { uniform: [1s, 20s] }, jitter: 5s, error: 7519, times: 1 }
      - { from: EXCEPTION, to: SUBMITTED, after: { lognormal: { median: 10s, sigma: 0.8 } } }
  - name: back
    match: { order: orders }
    transitions:
      - { from: RECEIVED, to: COMPLETE, after: { lognormal: { median: 3s, sigma: 0.5 } }, effect: fill }
faults:
  - { name: flaky, probability: 0.1, fault: { answer: { status: 503 } } }
  - { name: broken, probability: 0.1, fault: TRUNCATED_XML }
  - { name: limit, match: { operation: "GET *availableNumbers" }, fault: { quota: { requests: 3, per: 10s } } }
)";

// One client of one world, whose requests are drawn by lot and go by what was answered before.
class Client {
 public:
  Client(Server& server, int number)
      : server_(server),
        world_("/worlds/w" + std::to_string(number)),
        random_(static_cast<unsigned>(number)) {
    std::string scenario = kScenario;
    scenario = replaced(scenario, "\"*[ODD]\"", "[\"*1\", \"*3\", \"*5\", \"*7\", \"*9\"]");
    keep(server_.put(world_ + "/__admin/scenarios/chance", scenario, kHost));
  }

  void request() {
    const std::string number = std::to_string(9192380000 + draw(40));
    const std::string known = made_.empty() ? kPortins + "/none" : made_[draw(made_.size())];
    switch (draw(10)) {
      case 0:
      case 1:
        return make(kPortins, plain_request(std::to_string(9194800000 + draw(1000))));
      case 2:
        return make(kAccount + "/orders", existing_order({number}));
      case 3:
        return make(kAccount + "/tnreservation",
                    "<Reservation><ReservedTn>" + number + "</ReservedTn></Reservation>");
      case 4:
        return keep(server_.get(world_ + kAccount + "/availableNumbers?areaCode=919&quantity=" +
                                    std::to_string(draw(9) + 1),
                                kHost));
      case 5:
        return keep(server_.post(world_ + known + "/notes",
                                 "<Note><UserId>jbm</UserId><Description>n</Description></Note>",
                                 kHost));
      case 6:
        return keep(server_.get(world_ + known + "/history", kHost));
      case 7:
        return keep(server_.post(world_ + "/__admin/clock/advance",
                                 R"({"by":")" + std::to_string(draw(5) + 1) + R"(s"})", kHost));
      default:
        return keep(server_.get(world_ + known, kHost));
    }
  }

  const std::vector<std::string>& answers() const { return answers_; }
  const std::array<int, 600>& statuses() const { return statuses_; }

 private:
  static const Headers kHost;  // the port differs

  size_t draw(size_t sides) { return random_() % sides; }

  void make(const std::string& path, const std::string& body) {
    const Reply reply = server_.post(world_ + path, body, kHost);
    const std::string location = reply.header("Location");
    if (reply.status == 201) made_.push_back(path + location.substr(location.rfind('/')));
    keep(reply);
  }

  // Everything that a client sees, but for what belongs to the connection.
  void keep(const Reply& reply) {
    std::string seen = std::to_string(reply.status) + "\n";
    for (const char* header :
         {"Location", "Content-Type", "Retry-After", "X-Irisim-Scenario", "X-Irisim-Fault"})
      seen += reply.header(header) + "\n";
    answers_.push_back(seen + reply.body);
    ++statuses_.at(static_cast<size_t>(reply.status));
  }

  Server& server_;
  const std::string world_;
  std::mt19937 random_;
  std::vector<std::string> made_;  // paths of orders and reservations
  std::vector<std::string> answers_;
  std::array<int, 600> statuses_{};
};

const Headers Client::kHost = {{"Host", "sim"}};

// What each world's client has seen, and how often each status.
struct Played {
  std::array<std::vector<std::string>, kThreads> answers;
  std::array<int, 600> statuses{};
};

Played play(uint64_t seed) {
  Server server([&](app::ServerOptions& options) {
    with_inventory()(options);
    options.world.seed = seed;
  });
  std::vector<Client> clients;
  for (int number = 0; number < kThreads; ++number) clients.emplace_back(server, number);
  in_threads([&](int thread) {
    for (int i = 0; i < kRequests / kThreads; ++i) clients[static_cast<size_t>(thread)].request();
  });
  Played run;
  for (size_t thread = 0; thread < clients.size(); ++thread) {
    run.answers.at(thread) = clients[thread].answers();
    for (size_t status = 0; status < run.statuses.size(); ++status)
      run.statuses.at(status) += clients[thread].statuses().at(status);
  }
  return run;
}

TEST(Determinism, WorldsUsedAtTheSameTimeRepeatThemselvesByteForByte) {
  const Played one = play(1), other = play(1);
  for (size_t world = 0; world < one.answers.size(); ++world) {
    SCOPED_TRACE(world);
    ASSERT_EQ(one.answers.at(world).size(), 1u + kRequests / kThreads);
    for (size_t i = 0; i < one.answers.at(world).size(); ++i)
      ASSERT_EQ(one.answers.at(world)[i], other.answers.at(world)[i]) << "request " << i;
  }
  // Else little would be compared.
  EXPECT_EQ(one.statuses[0], 0);
  for (const size_t status : {201, 200, 400, 429, 503})
    EXPECT_GE(one.statuses.at(status), 10) << status;
}

TEST(Determinism, AnotherSeedDecidesOtherwise) {
  EXPECT_NE(play(1).answers, play(2).answers);
}

}  // namespace
}  // namespace irisim::test
