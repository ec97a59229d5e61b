// The stories of scenarios/magic, each from its start to its end: what a client without access to
// the control API starts by a customer order id or a telephone number.

#include <algorithm>
#include <chrono>

#include <gtest/gtest.h>

#include "catalog/catalog.h"
#include "scenario/loader.h"
#include "tests/support/documents.h"
#include "tests/support/lsrs.h"
#include "tests/support/numbers.h"
#include "tests/support/orders.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

using Lines = std::vector<std::string>;

const std::string kOrders = kAccount + "/orders";
const std::string kDisconnects = kAccount + "/disconnects";

std::string port_with_id(const std::string& customer_order_id) {
  return with(portin_request(), "CustomerOrderId", customer_order_id);
}

std::string order_of(const std::string& customer_order_id, const std::string& numbers) {
  return number_order("<CustomerOrderId>" + customer_order_id + "</CustomerOrderId>" + numbers);
}

std::string two_in_cary() {
  return "<RateCenterSearchAndOrderType><RateCenter>CARY</RateCenter><State>NC</State>"
         "<Quantity>2</Quantity></RateCenterSearchAndOrderType>";
}

// The states that the order has been in.
Lines states(Server& server, const std::string& id) {
  const Reply reply = server.get("/__admin/orders/" + id);
  Lines states;
  for (const json::Value& entry : list_of(reply.json(), "history"))
    states.push_back(text_of(entry, "status"));
  return states;
}

std::string notes_of_last(Server& server, const std::string& id) {
  const json::Array history = list_of(server.get("/__admin/orders/" + id).json(), "history");
  return history.empty() ? "" : text_of(history.back(), "note");
}

// A port that this number starts, or this customer order id: both tell the same story.
class PortStory : public testing::TestWithParam<bool> {
 protected:
  std::string begin(const std::string& name, const std::string& number) {
    return create_portin(server_, GetParam() ? portin_request(number) : port_with_id(name + "-42"));
  }
  std::string status(const std::string& id) { return status_of(server_, id); }

  Server server_;
};

TEST_P(PortStory, RejectedAtFocAndCorrectedBySupp) {
  const std::string id = begin("irisim-foc-rejected", "9195550101");
  server_.advance("10m");
  EXPECT_EQ(status(id), "EXCEPTION");
  const Reply rejected = server_.get(kPortins + "/" + id);
  EXPECT_EQ(error_codes(rejected), Lines{"7519"});
  EXPECT_EQ(notes_of_last(server_, id), "7519: Customer info does not match");

  EXPECT_EQ(supp(server_, id, "<LoaAuthorizingPerson>Another</LoaAuthorizingPerson>").status, 200);
  server_.advance("10m");
  EXPECT_EQ(states(server_, id), (Lines{"PENDING_DOCUMENTS", "SUBMITTED", "EXCEPTION",
                                        "REQUESTED_SUPP", "SUBMITTED", "FOC", "COMPLETE"}));
}

TEST_P(PortStory, PinMismatchNamesTheNumbers) {
  const std::string id = begin("irisim-pin-mismatch", "9195550102");
  server_.advance("10m");
  const Reply rejected = server_.get(kPortins + "/" + id);
  EXPECT_EQ(rejected.text("ProcessingStatus"), "EXCEPTION");
  EXPECT_EQ(error_codes(rejected), Lines{"7513"});
  EXPECT_EQ(rejected.text("Errors/Description"), "PIN Invalid");
  EXPECT_EQ(rejected.text("Errors/TelephoneNumbers/Tn"),
            rejected.text("ListOfPhoneNumbers/PhoneNumber"));
}

TEST_P(PortStory, SuppAcceptedLeadsBackToFoc) {
  const std::string id = begin("irisim-supp-accepted", "9195550103");
  server_.advance("1h");
  EXPECT_EQ(status(id), "FOC");
  EXPECT_EQ(supp(server_, id, "<LoaAuthorizingPerson>Another</LoaAuthorizingPerson>").status, 200);
  EXPECT_EQ(status(id), "REQUESTED_SUPP");
  server_.advance("1s");
  EXPECT_EQ(status(id), "FOC");
  server_.advance("30d");
  EXPECT_EQ(status(id), "COMPLETE");
}

TEST_P(PortStory, SuppRefusedOnce) {
  const std::string id = begin("irisim-supp-refused", "9195550104");
  server_.advance("1h");
  supp(server_, id, "<LoaAuthorizingPerson>Another</LoaAuthorizingPerson>");
  server_.advance("1s");
  EXPECT_EQ(status(id), "EXCEPTION");
  EXPECT_EQ(error_codes(server_.get(kPortins + "/" + id)), Lines{"7598"});
  supp(server_, id, "<LoaAuthorizingPerson>A third</LoaAuthorizingPerson>");
  server_.advance("1h");
  EXPECT_EQ(status(id), "FOC");
}

TEST_P(PortStory, FocDateMovedByThreeDays) {
  const std::string id = begin("irisim-foc-moved", "9195550105");
  server_.advance("10m");
  EXPECT_EQ(server_.get(kPortins + "/" + id).text("RequestedFocDate"), "2025-06-13T21:15:00.000Z");
  EXPECT_EQ(notes_of_last(server_, id), "FOC date moved by the losing carrier");
  server_.post("/__admin/clock/advance", R"({"to":"2025-06-13T21:14:59Z"})");
  EXPECT_EQ(status(id), "FOC");
  server_.advance("1s");
  EXPECT_EQ(status(id), "COMPLETE");
}

TEST_P(PortStory, TriggeredPortWaitsForItsActivation) {
  const std::string id = begin("irisim-triggered-port", "9195550106");
  server_.advance("365d");
  EXPECT_EQ(status(id), "FOC");
  const Reply activated =
      server_.put(kPortins + "/" + id + "/activationStatus",
                  "<ActivationStatus><AutoActivationDate>2025-06-01T18:30:00Z</AutoActivationDate>"
                  "</ActivationStatus>");
  EXPECT_EQ(activated.status, 200) << activated.body;
  EXPECT_EQ(status(id), "COMPLETE");
}

TEST_P(PortStory, CancelledLateHasToBeAgreedTo) {
  const std::string id = begin("irisim-cancelled-late", "9195550107");
  server_.advance("1h");
  EXPECT_EQ(status(id), "FOC");
  EXPECT_EQ(server_.remove(kPortins + "/" + id).status, 200);
  EXPECT_EQ(status(id), "REQUESTED_CANCEL");
  server_.advance("1d");
  EXPECT_EQ(status(id), "CANCELLED");
}

TEST_P(PortStory, StuckStaysSubmitted) {
  const std::string id = begin("irisim-stuck", "9195550108");
  server_.advance("365d");
  EXPECT_EQ(status(id), "SUBMITTED");
  EXPECT_TRUE(list_of(server_.get("/__admin/orders/" + id).json(), "timers").empty());
}

INSTANTIATE_TEST_SUITE_P(By, PortStory, testing::Bool(),
                         [](const auto& test) { return test.param ? "Number" : "OrderId"; });

TEST(OrderStory, PartiallyCompleteIsOneNumberShort) {
  Server server;
  const std::string id =
      create(server, kOrders, order_of("irisim-partially-complete", two_in_cary()));
  server.advance("1s");
  const Reply order = server.get(kOrders + "/" + id);
  EXPECT_EQ(order.text("OrderStatus"), "PARTIAL");
  EXPECT_EQ(order.text("CompletedQuantity"), "1");
  EXPECT_EQ(listed_codes(order), Lines{"5017"});
}

TEST(OrderStory, BackOrderIsFilledAfterTwoDays) {
  Server server;
  const std::string id =
      create(server, kOrders, order_of("irisim-back-order-filled", two_in_cary()));
  server.advance("1s");
  EXPECT_EQ(server.get(kOrders + "/" + id).text("OrderStatus"), "BACKORDERED");
  server.advance("47h");
  EXPECT_EQ(server.get(kOrders + "/" + id).text("OrderStatus"), "BACKORDERED");
  server.advance("1h");
  const Reply order = server.get(kOrders + "/" + id);
  EXPECT_EQ(order.text("OrderStatus"), "COMPLETE");
  EXPECT_EQ(order.text("CompletedQuantity"), "2");
  EXPECT_EQ(states(server, id), (Lines{"RECEIVED", "BACKORDERED", "COMPLETE"}));
}

// One scenario for each error; the story's file says which there are.
TEST(OrderStory, FailsByEachErrorThatItNames) {
  const std::string path = "scenarios/magic/order-fails.yaml";
  const auto below = scenario::load(catalog::shipped_file("scenarios/default.yaml"), "default");
  const auto rules = scenario::load(catalog::shipped_file(path), path, *below);
  ASSERT_TRUE(rules.ok());
  ASSERT_EQ(rules->scenarios.size(), 9u);
  Server server;
  for (const scenario::Scenario& story : rules->scenarios) {
    const std::string id = create(server, kOrders, order_of(story.name, two_in_cary()));
    server.advance("1s");
    const Reply order = server.get(kOrders + "/" + id);
    EXPECT_EQ(order.text("OrderStatus"), "FAILED") << story.name;
    EXPECT_EQ("irisim-order-fails-" + listed_codes(order).front(), story.name);
    EXPECT_EQ(order.text("CompletedQuantity"), "0") << story.name;
  }
}

TEST(OrderStory, DisconnectFailsAndTheNumbersStayInService) {
  Server server;
  order_numbers(server, {"9192381138"});
  const std::string request =
      disconnect_order({"9192381138"}, "<DisconnectMode>normal</DisconnectMode>");
  const std::string id =
      create(server, kDisconnects, with(request, "CustomerOrderId", "irisim-disconnect-fails"));
  server.advance("1s");
  const Reply order = server.get(kDisconnects + "/" + id);
  EXPECT_EQ(order.text("OrderStatus"), "FAILED");
  EXPECT_EQ(listed_codes(order), Lines{"5006"});
  EXPECT_EQ(server.get(kAccount + "/inserviceNumbers/9192381138").status, 200);
}

TEST(OrderStory, LsrIsRejectedOnceAndCompletesAfterASupp) {
  for (const bool by_number : {true, false}) {
    Server server;
    put_in_service(server, {by_number ? "9195550109" : "9194809871"});
    const std::string request = lsr_of({by_number ? "9195550109" : "9194809871"});
    const std::string id = create_lsr(
        server, by_number ? request : with(request, "CustomerOrderId", "irisim-lsr-rejected-42"));
    server.advance("30d");
    EXPECT_EQ(lsr_status(server, id), "EXCEPTION");
    EXPECT_EQ(lsr_codes(server.get(kLsrs + "/" + id)), Lines{"7513"});
    EXPECT_EQ(notes_of_last(server, id), "7513: PIN Invalid");
    const std::string corrected =
        with(with(lsr_supp(), "Subscriber/PinNumber", "4321"), "RequestedFocDate", "2025-07-08");
    EXPECT_EQ(server.put(kLsrs + "/" + id, corrected).status, 200);
    server.advance("10m");
    EXPECT_EQ(states(server, id), (Lines{"PENDING", "EXCEPTION", "PENDING", "FOC", "COMPLETE"}));
  }
}

TEST(OrderStory, MaintenanceIsA503WithTheTimeToComeBack) {
  Server server;
  const Reply refused = server.post(kPortins, port_with_id("irisim-maintenance"));
  EXPECT_EQ(refused.status, 503);
  EXPECT_EQ(refused.header("Retry-After"), "600");
  EXPECT_EQ(refused.header("X-Irisim-Scenario"), "irisim-maintenance");
  EXPECT_NE(refused.body.find("The service is down for maintenance."), std::string::npos);
  EXPECT_TRUE(list_of(server.get("/__admin/orders").json(), "orders").empty());
}

// The rules of a file that ships, over those of the start.
void with_story(app::ServerOptions& options, const std::string& name) {
  const std::string path = "scenarios/" + name + ".yaml";
  const auto rules = scenario::load(catalog::shipped_file(path), path, *options.world.rules);
  ASSERT_TRUE(rules.ok());
  options.world.rules =
      std::make_shared<const scenario::Rules>(lay_over(*rules, *options.world.rules));
}

TEST(WholeWorldStory, MaintenanceRefusesTwentyRequestsAndIsOver) {
  Server server([](app::ServerOptions& options) { with_story(options, "maintenance"); });
  for (int request = 0; request < 20; ++request) {
    const Reply refused = server.get(kPortins);
    EXPECT_EQ(refused.status, 503) << request;
    EXPECT_EQ(refused.header("Retry-After"), "5") << request;
    EXPECT_EQ(refused.header("X-Irisim-Fault"), "maintenance-window") << request;
  }
  EXPECT_EQ(create_portin(server).size(), 36u);
}

// Looked at before it is on its way: there it would take its time.
TEST(WholeWorldStory, EverythingSlowDelaysEachAnswerByAnotherTime) {
  app::ServerOptions options;
  options.listener.port = 0;
  options.world = default_settings();
  with_story(options, "everything-slow");
  auto server = app::Server::start(options);
  ASSERT_TRUE(server.ok());
  std::vector<std::chrono::milliseconds> delays;
  for (int i = 0; i < 101; ++i) {
    http::Request request;
    request.method = "GET";
    request.scheme = "http";
    request.target = kPortins + "?page=1&size=5";
    delays.push_back((*server)->handle(request).fault.delay);
  }
  std::ranges::sort(delays);
  EXPECT_GT(delays.front().count(), 0);
  EXPECT_NEAR(static_cast<double>(delays[50].count()), 1500, 500);
  EXPECT_GT(delays.back(), 2 * delays[50]);
}

TEST(OrderStory, IsNotToldWithoutMagic) {
  Server server([](app::ServerOptions& options) {
    const auto rules = scenario::load(catalog::shipped_file("scenarios/default.yaml"), "default");
    options.world.rules = std::make_shared<const scenario::Rules>(*rules);
  });
  const std::string id = create_portin(server, port_with_id("irisim-stuck"));
  server.advance("1h");
  EXPECT_EQ(status_of(server, id), "COMPLETE");
}

}  // namespace
}  // namespace irisim::test
