// The same seed and the same requests give the same answers, byte for byte.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

// Everything that a client sees, but for what belongs to the connection.
std::string seen(const Reply& reply) {
  std::string text = std::to_string(reply.status) + "\n";
  for (const char* header : {"Location", "Content-Type"}) text += reply.header(header) + "\n";
  return text + reply.body;
}

std::string play(uint64_t seed) {
  Server server([&](app::ServerOptions& options) { options.world.seed = seed; });
  const Headers host = {{"Host", "sim"}};  // the port differs
  std::string all;
  const auto note = [&](const Reply& reply) {
    EXPECT_NE(reply.status, 0);
    all += seen(reply);
    return reply;
  };
  const std::string first = note(server.post(kPortins, portin_request(), host)).text("OrderId");
  const std::string second =
      note(server.post(kPortins, draft_request("9194809872"), host)).text("OrderId");
  note(server.post(kPortins, portin_request(), host));  // busy
  note(server.post(kPortins + "/" + first + "/loas", "x",
                   {{"Content-Type", "text/plain"}, {"Host", "sim"}}));
  note(server.post(kPortins + "/" + first + "/notes",
                   "<Note><UserId>jbm</UserId><Description>n</Description></Note>", host));
  note(server.put(kPortins + "/" + second,
                  "<LnpOrderSupp><ProcessingStatus>SUBMITTED</ProcessingStatus></LnpOrderSupp>",
                  host));
  note(server.post("/__admin/clock/advance", R"({"by":"3s"})"));
  for (const std::string& id : {first, second}) {
    for (const std::string resource : {"", "/history", "/notes", "/loas", "/tns"})
      note(server.get(kPortins + "/" + id + resource, host));
    note(server.get("/__admin/orders/" + id));
  }
  note(server.post("/__admin/clock/advance", R"({"until":"idle"})"));
  note(server.get(kPortins + "?page=1&size=1", host));
  return all;
}

TEST(PortinDeterminism, TheSameSeedGivesTheSameBytes) {
  EXPECT_EQ(play(1), play(1));
}

TEST(PortinDeterminism, AnotherSeedGivesOtherIds) {
  EXPECT_NE(play(1), play(2));
}

TEST(PortinDeterminism, AResetWorldRepeatsItself) {
  Server server;
  const std::string first = create_portin(server);
  const std::string read = server.get(kPortins + "/" + first).body;
  ASSERT_EQ(server.post("/__admin/reset", "").status / 100, 2);
  EXPECT_EQ(server.get(kPortins + "/" + first).status, 404);
  EXPECT_EQ(create_portin(server), first);
  EXPECT_EQ(server.get(kPortins + "/" + first).body, read);
}

TEST(PortinDeterminism, RequestsToAnotherWorldChangeNothing) {
  Server one, two;
  for (int n = 0; n < 3; ++n)
    one.post("/worlds/other" + kPortins, portin_request(std::to_string(9194800000 + n)));
  EXPECT_EQ(create_portin(one), create_portin(two));
}

}  // namespace
}  // namespace irisim::test
