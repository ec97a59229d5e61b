// The eight states of a port-in that the service notifies of, and the ways to each.

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

constexpr const char* kNotified[] = {"PENDING_DOCUMENTS", "SUBMITTED",       "FOC",
                                     "REQUESTED_SUPP",    "COMPLETE",        "CANCELLED",
                                     "EXCEPTION",         "REQUESTED_CANCEL"};

struct Way {
  const char* how;
  const char* state;
  void (*go)(Server&, const std::string& id);
};

const Way kWays[] = {
    {"creation", "PENDING_DOCUMENTS", [](Server&, const std::string&) {}},
    {"time", "SUBMITTED", [](Server& s, const std::string&) { s.advance("1s"); }},
    {"time", "FOC", [](Server& s, const std::string&) { s.advance("3s"); }},
    {"time", "COMPLETE", [](Server& s, const std::string&) { s.advance("5s"); }},
    {"a SUPP", "REQUESTED_SUPP",
     [](Server& s, const std::string& id) { supp(s, id, "<CustomerOrderId>A</CustomerOrderId>"); }},
    {"a DELETE", "CANCELLED",
     [](Server& s, const std::string& id) { s.remove(kPortins + "/" + id); }},
    {"the control API", "EXCEPTION",
     [](Server& s, const std::string& id) { transition(s, id, "EXCEPTION"); }},
    {"the control API", "REQUESTED_CANCEL",
     [](Server& s, const std::string& id) { transition(s, id, "REQUESTED_CANCEL"); }},
    {"the control API", "SUBMITTED",
     [](Server& s, const std::string& id) { transition(s, id, "SUBMITTED"); }},
    {"the control API", "FOC", reach_foc},
    {"the control API", "COMPLETE",
     [](Server& s, const std::string& id) {
       reach_foc(s, id);
       transition(s, id, "COMPLETE");
     }},
    {"the control API", "CANCELLED",
     [](Server& s, const std::string& id) { transition(s, id, "CANCELLED"); }},
};

TEST(PortinStates, EachIsReached) {
  for (const Way& way : kWays) {
    Server server;
    const std::string id = create_portin(server);
    way.go(server, id);
    EXPECT_EQ(status_of(server, id), way.state) << "by " << way.how;
    const std::vector<std::string> told =
        texts(server.get(kPortins + "/" + id + "/history").xml().root(), "OrderHistory/Status");
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.back(), way.state) << "by " << way.how;
  }
  for (const char* state : kNotified) {
    EXPECT_TRUE(std::ranges::any_of(kWays, [&](const Way& way) {
      return std::string_view(way.state) == state;
    })) << state;
  }
}

TEST(PortinStates, ARequestedCancelBecomesOneByItself) {
  Server server;
  const std::string id = create_portin(server);
  transition(server, id, "REQUESTED_CANCEL");
  EXPECT_EQ(server.advance("1s"), 1u);
  EXPECT_EQ(status_of(server, id), "CANCELLED");
}

TEST(PortinStates, AnExceptionStaysUntilSomebodyActs) {
  Server server;
  const std::string id = create_portin(server);
  transition(server, id, "EXCEPTION");
  EXPECT_EQ(server.advance("30d"), 0u);
  EXPECT_EQ(status_of(server, id), "EXCEPTION");
}

TEST(PortinStates, AnImpossibleTransitionIsRefusedWithThePossibleOnes) {
  Server server;
  const std::string id = create_portin(server);
  const Reply reply = server.post("/__admin/orders/" + id + "/transition", R"({"to":"COMPLETE"})");
  EXPECT_EQ(reply.status, 409);
  for (const char* possible : {"SUBMITTED", "EXCEPTION", "CANCELLED"})
    EXPECT_NE(reply.body.find(possible), std::string::npos) << reply.body;
  EXPECT_EQ(status_of(server, id), "PENDING_DOCUMENTS");
}

}  // namespace
}  // namespace irisim::test
