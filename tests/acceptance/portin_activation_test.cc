// Triggered ports: the customer says when the numbers are activated.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

constexpr char kPath[] = "/accounts/{accountId}/portins/{orderid}/activationStatus";
const std::string kActivated = "ActivationStatus/ActivatedTelephoneNumbersList/TelephoneNumber";
const std::string kWaiting = "ActivationStatus/NotYetActivatedTelephoneNumbersList/TelephoneNumber";

std::string path(const std::string& id) {
  return kPortins + "/" + id + "/activationStatus";
}

std::string request(const std::string& date) {
  return "<ActivationStatus><AutoActivationDate>" + date +
         "</AutoActivationDate></ActivationStatus>";
}

std::string at_foc(Server& server, const std::string& order = portin_request()) {
  const std::string id = create_portin(server, order);
  reach_foc(server, id);
  return id;
}

std::string error_of(const Reply& reply) {
  return std::to_string(reply.status) + " " + reply.text("ResponseStatus/ErrorCode");
}

std::vector<std::string> outline_of_example(std::string_view method, int status) {
  return outline(std::string(documented(method, kPath, status).examples.front().body));
}

TEST(PortinActivation, ShowsTheFocDateAndTheWaitingNumbersUntilTold) {
  Server server;
  const Reply reply = server.get(path(at_foc(server)));
  ASSERT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(reply.text("ActivationStatus/AutoActivationDate"), "2025-06-10T21:15:00.000Z");
  EXPECT_EQ(texts(reply.xml().root(), kWaiting), (std::vector<std::string>{"9194809871"}));
  EXPECT_TRUE(texts(reply.xml().root(), kActivated).empty());
}

TEST(PortinActivation, ByADateInThePastHappensAtOnce) {
  Server server;
  const std::string id = at_foc(server);
  const Reply reply = server.put(path(id), request("2025-06-01T18:30:00+03:00"));
  ASSERT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(outline(reply.body), outline_of_example("PUT", 200));
  EXPECT_EQ(reply.text("ActivationStatus/AutoActivationDate"), "2025-06-01T18:30:00+03:00");

  const Reply read = server.get(path(id));
  EXPECT_EQ(outline(read.body), outline_of_example("GET", 200));
  EXPECT_EQ(texts(read.xml().root(), kActivated), (std::vector<std::string>{"9194809871"}));
  server.advance("1h");
  EXPECT_EQ(status_of(server, id), "COMPLETE");
}

TEST(PortinActivation, ByADateInTheFutureWaitsForTheClock) {
  Server server;
  const std::string id = at_foc(server);
  ASSERT_EQ(server.put(path(id), request("2025-06-03T09:00:00Z")).status, 200);
  EXPECT_EQ(server.advance("23h59m59s"), 0u) << "the port waits for its activation";
  EXPECT_EQ(texts(server.get(path(id)).xml().root(), kWaiting),
            (std::vector<std::string>{"9194809871"}));
  EXPECT_EQ(server.advance("1s"), 1u);
  EXPECT_EQ(texts(server.get(path(id)).xml().root(), kActivated),
            (std::vector<std::string>{"9194809871"}));
  server.advance("1h");
  EXPECT_EQ(status_of(server, id), "COMPLETE");
}

TEST(PortinActivation, CanBePutOffAgain) {
  Server server;
  const std::string id = at_foc(server);
  ASSERT_EQ(server.put(path(id), request("2025-06-03T09:00:00Z")).status, 200);
  ASSERT_EQ(server.put(path(id), request("2025-06-05T09:00:00Z")).status, 200);
  EXPECT_EQ(server.advance("2d"), 0u);
  EXPECT_EQ(server.get(path(id)).text("ActivationStatus/AutoActivationDate"),
            "2025-06-05T09:00:00Z");
  EXPECT_EQ(server.advance("1d1h"), 2u) << "activated, then complete";
}

TEST(PortinActivation, IsPossibleUntilThreeDaysAfterTheFocDate) {
  Server server;
  const std::string id = at_foc(server);
  const Reply late = server.put(path(id), request("2025-06-13T21:15:01Z"));
  EXPECT_EQ(error_of(late), "400 7382");
  EXPECT_EQ(server.put(path(id), request("2025-06-13T21:15:00Z")).status, 200);
}

TEST(PortinActivation, NeedsADate) {
  Server server;
  const std::string id = at_foc(server);
  EXPECT_EQ(error_of(server.put(path(id), "<ActivationStatus/>")), "400 7338");
  EXPECT_EQ(error_of(server.put(path(id), request("soon"))), "400 7216");
}

TEST(PortinActivation, IsForTriggeredPortsOnly) {
  Server server;
  const std::string id = at_foc(server, without(portin_request(), "Triggered"));
  EXPECT_EQ(error_of(server.get(path(id))), "400 7345");
  EXPECT_EQ(error_of(server.put(path(id), request("2025-06-03T09:00:00Z"))), "400 7345");
}

TEST(PortinActivation, IsNotAllowedBeforeFoc) {
  Server server;
  const std::string id = create_portin(server);
  for (const Reply& reply :
       {server.get(path(id)), server.put(path(id), request("2025-06-03T09:00:00Z"))}) {
    EXPECT_EQ(error_of(reply), "400 7342");
    EXPECT_EQ(outline(reply.body), outline_of_example("GET", 400));
    EXPECT_EQ(reply.text("ResponseStatus/Description"),
              "On demand port-in activation not yet allowed.");
  }
}

TEST(PortinActivation, IsNotFoundOnceTheOrderIsComplete) {
  Server server;
  const std::string id = create_portin(server);
  server.advance("1h");
  for (const Reply& reply :
       {server.get(path(id)), server.put(path(id), request("2025-06-03T09:00:00Z"))}) {
    EXPECT_EQ(error_of(reply), "404 7348");
    EXPECT_EQ(outline(reply.body), outline_of_example("GET", 404));
    EXPECT_EQ(reply.text("ResponseStatus/Description"), "The order is already complete");
  }
}

TEST(PortinActivation, OfAnUnknownOrderIsNotFound) {
  Server server;
  EXPECT_EQ(server.get(path(std::string(36, '0'))).status, 404);
  EXPECT_EQ(server.put(path(std::string(36, '0')), request("2025-06-03T09:00:00Z")).status, 404);
}

TEST(PortinActivation, IsToldInTheHistory) {
  Server server;
  const std::string id = at_foc(server);
  server.put(path(id), request("2025-06-03T09:00:00Z"));
  server.put(path(id), request("2025-06-04T09:00:00Z"));
  const std::vector<std::string> differences =
      texts(server.get(kPortins + "/" + id + "/history").xml().root(), "OrderHistory/Difference");
  ASSERT_GE(differences.size(), 2u);
  EXPECT_EQ(differences[differences.size() - 2],
            "AutoActivationDate : \"\" --> Tue Jun 03 09:00:00 UTC 2025");
  EXPECT_EQ(differences.back(),
            "AutoActivationDate : Tue Jun 03 09:00:00 UTC 2025 --> Wed Jun 04 09:00:00 UTC 2025");
}

TEST(PortinActivation, CannotBeRepeated) {
  Server server;
  const std::string id = at_foc(server);
  ASSERT_EQ(server.put(path(id), request("2025-06-02T08:00:00Z")).status, 200);
  EXPECT_EQ(error_of(server.put(path(id), request("2025-06-05T09:00:00Z"))), "400 7340");
  EXPECT_EQ(server.get(path(id)).text("ActivationStatus/AutoActivationDate"),
            "2025-06-02T08:00:00Z");
  server.advance("1h");
  EXPECT_EQ(status_of(server, id), "COMPLETE") << "it was put off";
}

}  // namespace
}  // namespace irisim::test
