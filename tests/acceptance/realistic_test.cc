// The lifecycles that take hours and days, as the real service does.

#include <algorithm>

#include <gtest/gtest.h>

#include "catalog/catalog.h"
#include "scenario/loader.h"
#include "tests/support/documents.h"
#include "tests/support/lsrs.h"
#include "tests/support/orders.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

const std::string kOrders = kAccount + "/orders";
const std::string kDisconnects = kAccount + "/disconnects";
const std::string kNumber = "9192381138";

void with_realistic_scenarios(app::ServerOptions& options) {
  const std::string path = "scenarios/realistic.yaml";
  const auto rules = scenario::load(catalog::shipped_file(path), path);
  ASSERT_TRUE(rules.ok());
  options.world.rules = std::make_shared<const scenario::Rules>(rules.value());
}

class Realistic : public testing::Test {
 protected:
  std::string order_status(const std::string& id) {
    return server_.get(kOrders + "/" + id).text("OrderStatus");
  }

  // How an order ends that is filled at its first try, or not at all.
  std::string outcome_of_order(const std::string& body) {
    const std::string id = create(server_, kOrders, body);
    server_.advance("15s");
    return order_status(id);
  }

  std::string number_status(const std::string& number) {
    return server_.get("/tns/" + number).text("Status");
  }

  void disconnect(const Numbers& numbers, const std::string& elements = "") {
    const std::string id = create(server_, kDisconnects, disconnect_order(numbers, elements));
    EXPECT_EQ(server_.get(kDisconnects + "/" + id).text("OrderStatus"), "RECEIVED");
    server_.advance("15s");
    EXPECT_EQ(server_.get(kDisconnects + "/" + id).text("OrderStatus"), "COMPLETE");
  }

  Server server_{with_realistic_scenarios};
};

TEST_F(Realistic, APortInTakesDays) {
  const std::string id = create_portin(server_);
  server_.advance("23h");
  EXPECT_EQ(status_of(server_, id), "PENDING_DOCUMENTS");
  server_.advance("5h");
  EXPECT_EQ(status_of(server_, id), "SUBMITTED");
  server_.advance("43h");
  EXPECT_EQ(status_of(server_, id), "SUBMITTED");
  server_.advance("17h");
  EXPECT_EQ(status_of(server_, id), "FOC");
  server_.advance("3d");
  EXPECT_EQ(status_of(server_, id), "FOC");
  EXPECT_EQ(server_.get(kAccount + "/inserviceNumbers/9194809871").status, 404);
  server_.advance("1d");
  EXPECT_EQ(status_of(server_, id), "COMPLETE");
  EXPECT_EQ(server_.get(kAccount + "/inserviceNumbers/9194809871").status, 200);
}

TEST_F(Realistic, AnLsrIsCarriedOutOnItsFocDate) {
  const std::string order = create(server_, kOrders, existing_order({kNumber}));
  server_.advance("15s");
  EXPECT_EQ(order_status(order), "COMPLETE");
  const std::string id = create_lsr(server_, lsr_of({kNumber}));
  server_.advance("1d");
  EXPECT_EQ(lsr_status(server_, id), "PENDING");
  server_.advance("8h");
  EXPECT_EQ(lsr_status(server_, id), "FOC");
  server_.post("/__admin/clock/advance", R"({"to":"2025-06-09T23:59:59Z"})");
  EXPECT_EQ(lsr_status(server_, id), "FOC");
  server_.advance("1s");
  EXPECT_EQ(lsr_status(server_, id), "COMPLETE");
  EXPECT_EQ(number_status(kNumber), "PortOut");
}

TEST_F(Realistic, ASuppIsAcceptedAfterADay) {
  const std::string id = create_portin(server_);
  supp(server_, id, "<CustomerOrderId>changed</CustomerOrderId>");
  server_.advance("23h");
  EXPECT_EQ(status_of(server_, id), "REQUESTED_SUPP");
  server_.advance("5h");
  EXPECT_EQ(status_of(server_, id), "SUBMITTED");
  EXPECT_EQ(server_.remove(kPortins + "/" + id).status, 200);
  EXPECT_EQ(status_of(server_, id), "CANCELLED");
}

TEST_F(Realistic, AnOrderTakesSeconds) {
  const std::string id = create(server_, kOrders, existing_order({kNumber}));
  server_.advance("4s");
  EXPECT_EQ(order_status(id), "RECEIVED");
  server_.advance("11s");
  EXPECT_EQ(order_status(id), "COMPLETE");
}

TEST_F(Realistic, ABackOrderTriesAgainEveryQuarterOfAnHour) {
  const auto request = [](const std::string& quantity, const std::string& elements) {
    return number_order(elements +
                        "<RateCenterSearchAndOrderType><RateCenter>SILER CITY</RateCenter>"
                        "<State>NC</State><Quantity>" +
                        quantity + "</Quantity></RateCenterSearchAndOrderType>");
  };
  ASSERT_EQ(outcome_of_order(request("3", "")), "COMPLETE");
  const Numbers taken = texts(server_.get(kAccount + "/inserviceNumbers").xml().root(),
                              "TelephoneNumbers/TelephoneNumber");
  ASSERT_EQ(taken.size(), 3u);  // all that there are

  const std::string id =
      create(server_, kOrders, request("1", "<BackOrderRequested>true</BackOrderRequested>"));
  server_.advance("15s");
  EXPECT_EQ(order_status(id), "BACKORDERED");
  server_.advance("1d");
  EXPECT_EQ(order_status(id), "BACKORDERED");
  const Numbers states =
      texts(server_.get(kOrders + "/" + id + "/history").xml().root(), "OrderHistory/Status");
  EXPECT_EQ(std::ranges::count(states, "BACKORDERED"), 1 + 24 * 4);
  disconnect({taken.front()}, "<DisconnectMode>purge</DisconnectMode>");
  server_.advance("15m");
  EXPECT_EQ(order_status(id), "COMPLETE");
}

TEST_F(Realistic, ADisconnectedNumberIsBackAfterFortyFiveDays) {
  ASSERT_EQ(outcome_of_order(existing_order({kNumber})), "COMPLETE");
  disconnect({kNumber});
  server_.advance("44d");
  EXPECT_EQ(number_status(kNumber), "Aging");
  EXPECT_EQ(outcome_of_order(existing_order({kNumber})), "FAILED");
  server_.advance("1d");
  EXPECT_EQ(outcome_of_order(existing_order({kNumber})), "COMPLETE");
}

TEST_F(Realistic, AReservationLastsFourHours) {
  const std::string reservations = kAccount + "/tnreservation";
  const std::string path =
      reservations + "/" +
      create(server_, reservations,
             "<Reservation><ReservedTn>" + kNumber + "</ReservedTn></Reservation>");
  server_.advance("3h59m");
  EXPECT_EQ(server_.get(path).text("Reservation/ReservationExpires"), "60");
  server_.advance("1m");
  EXPECT_EQ(server_.get(path).status, 404);
  EXPECT_EQ(outcome_of_order(existing_order({kNumber})), "COMPLETE");
}

}  // namespace
}  // namespace irisim::test
