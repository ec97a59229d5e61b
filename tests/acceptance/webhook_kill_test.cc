// What is told when everything is killed meanwhile: the endpoint, the connection, the program.

#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "tests/support/portins.h"
#include "tests/support/program.h"
#include "tests/support/webhooks.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

const Texts kStates = {"PENDING_DOCUMENTS", "SUBMITTED", "FOC", "COMPLETE"};

Reply advance(const Program& program, const std::string& by) {
  return program.post("/__admin/clock/advance", R"({"by":")" + by + R"("})");
}

// An endpoint that leaves one call, by its number, without an answer.
Endpoint::Answer silent_at(size_t silent) {
  return [silent, calls = std::make_shared<std::atomic<size_t>>(0)](const http::Request&) {
    http::Response response = bare_answer(200);
    if (++*calls == silent) response.fault.kind = http::WireFault::Kind::kHang;
    return response;
  };
}

// The states as they are told when the one at this place, from 1, is told twice.
Texts told_twice_at(size_t place) {
  Texts told = kStates;
  told.insert(told.begin() + static_cast<ptrdiff_t>(place), told[place - 1]);
  return told;
}

TEST(WebhooksOfAProgramThatIsKilled, AreToldAfterwardsInOrderAndNoneTwiceThatWasAnswered) {
  for (size_t place = 1; place <= kStates.size(); ++place) {
    const Endpoint endpoint(silent_at(place));
    const Folder folder;
    const Texts options = {"--data", folder.file("world.db")};
    {
      Program program(IRISIM_PROGRAM, options);
      ASSERT_TRUE(program.is_ready()) << program.errors();
      ASSERT_EQ(program.post(kSubscriptions, subscription_to(endpoint.url())).status, 201);
      ASSERT_EQ(program.post(kPortins, portin_request()).status, 201);
      std::thread advancing([&] { advance(program, "10s"); });
      ASSERT_TRUE(comes_true([&] { return endpoint.calls().size() == place; }));
      program.kill();
      advancing.join();
    }
    Program program(IRISIM_PROGRAM, options);
    ASSERT_TRUE(program.is_ready()) << program.errors();
    EXPECT_EQ(advance(program, "10s").status, 200);
    EXPECT_EQ(endpoint.told("Status"), told_twice_at(place));
  }
}

TEST(WebhooksOfAProgramThatIsStopped, AreToldAfterwards) {
  const Endpoint endpoint(silent_at(2));
  const Folder folder;
  const Texts options = {"--data", folder.file("world.db")};
  {
    Program program(IRISIM_PROGRAM, options);
    ASSERT_TRUE(program.is_ready()) << program.errors();
    ASSERT_EQ(program.post(kSubscriptions, subscription_to(endpoint.url())).status, 201);
    ASSERT_EQ(program.post(kPortins, portin_request()).status, 201);
    std::thread advancing([&] { advance(program, "10s"); });
    ASSERT_TRUE(comes_true([&] { return endpoint.calls().size() == 2; }));
    EXPECT_EQ(program.stop(), 0) << program.errors();
    advancing.join();
  }
  Program program(IRISIM_PROGRAM, options);
  ASSERT_TRUE(program.is_ready()) << program.errors();
  EXPECT_EQ(advance(program, "10s").status, 200);
  EXPECT_EQ(endpoint.told("Status"), told_twice_at(2));
}

// The endpoint dies, and the program while it tries again; a tester brings all back.
TEST(WebhooksOfAnEndpointThatIsKilled, AreToldToTheOneThatComesAfterIt) {
  const Folder folder;
  const Texts options = {"--data", folder.file("world.db")};
  std::string path;
  {
    auto endpoint = std::make_unique<Endpoint>(silent_at(2));
    Program program(IRISIM_PROGRAM, options);
    ASSERT_TRUE(program.is_ready()) << program.errors();
    const Reply created = program.post(kSubscriptions, subscription_to(endpoint->url()));
    ASSERT_EQ(created.status, 201);
    path = created.header("Location").substr(created.header("Location").find("/accounts"));
    ASSERT_EQ(program.post(kPortins, portin_request()).status, 201);
    std::thread advancing([&] { EXPECT_EQ(advance(program, "10s").status, 200); });
    ASSERT_TRUE(comes_true([&] { return endpoint->calls().size() == 2; }));
    EXPECT_EQ(endpoint->told("Status"), (Texts{"PENDING_DOCUMENTS", "SUBMITTED"}));
    endpoint.reset();
    advancing.join();
    program.kill();
  }
  Program program(IRISIM_PROGRAM, options);
  ASSERT_TRUE(program.is_ready()) << program.errors();
  const Endpoint next;
  EXPECT_EQ(program.put(path, subscription_to(next.url())).status, 200);
  EXPECT_EQ(advance(program, "5m").status, 200);
  EXPECT_EQ(next.told("Status"), (Texts{"SUBMITTED", "FOC", "COMPLETE"}));
}

}  // namespace
}  // namespace irisim::test
