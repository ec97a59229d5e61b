// Reservations: a number that nobody else can order for four hours.

#include <gtest/gtest.h>

#include "tests/support/errors.h"
#include "tests/support/orders.h"
#include "tests/support/port_world.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

const std::string kReservations = kAccount + "/tnreservation";
const std::string kOrders = kAccount + "/orders";
const std::string kNumber = "9192381138";

std::string request(const std::string& number = kNumber) {
  return "<Reservation><ReservedTn>" + number + "</ReservedTn></Reservation>";
}

std::string outcome_of(Server& server, const std::string& path, const std::string& order) {
  const std::string id = create(server, path, order);
  server.advance("1s");
  return server.get(path + "/" + id).text("OrderStatus");
}

TEST(Reservation, LastsFourHoursOfTheClock) {
  Server server;
  const std::string path = kReservations + "/" + create(server, kReservations, request());
  const Reply reservation = server.get(path);
  EXPECT_EQ(reservation.text("Reservation/AccountId"), "9999999");
  EXPECT_EQ(reservation.text("Reservation/ReservedTn"), kNumber);
  EXPECT_EQ(reservation.text("Reservation/ReservationExpires"), "14400");
  server.advance("3h");
  EXPECT_EQ(server.get(path).text("Reservation/ReservationExpires"), "3600");
  EXPECT_EQ(outcome_of(server, kOrders, existing_order({kNumber})), "FAILED")
      << "even its holder has to name the reservation";
  server.advance("1h");
  EXPECT_EQ(server.get(path).status, 404);
  EXPECT_EQ(outcome_of(server, kOrders, existing_order({kNumber})), "COMPLETE");
}

TEST(Reservation, LetsItsHolderOrderTheNumber) {
  Server server;
  const std::string id = create(server, kReservations, request());
  EXPECT_EQ(outcome_of(server, "/accounts/14/orders", existing_order({kNumber})), "FAILED");
  EXPECT_EQ(outcome_of(server, kOrders, existing_order({kNumber}, id)), "COMPLETE");
  EXPECT_EQ(server.get(kReservations + "/" + id).status, 404) << "it is used up";
  server.advance("4h");
  EXPECT_EQ(outcome_of(server, "/accounts/14/orders", existing_order({kNumber})), "FAILED")
      << "what is in service stays so when the time of its reservation is over";
}

TEST(Reservation, StaysWhenAnOrderDoesNotWantItsNumber) {
  Server server;
  const std::string id = create(server, kReservations, request());
  EXPECT_EQ(outcome_of(server, kOrders, existing_order({"9192381139"}, id)), "COMPLETE");
  EXPECT_EQ(server.get(kReservations + "/" + id).status, 200);
  server.advance("4h");
  EXPECT_EQ(outcome_of(server, kOrders, existing_order({kNumber})), "COMPLETE");
}

// A port of a number of ours takes it away even from one who has reserved it meanwhile.
TEST(Reservation, IsOfNoUseOnceItsNumberIsGone) {
  Server server;
  order_numbers(server, {kNumber});
  const Reply port = server.post("/accounts/14/portins", plain_request(kNumber));
  ASSERT_EQ(port.status, 201) << port.body;
  reach_foc(server, port.text("OrderId"));
  disconnect(server, {kNumber}, "<DisconnectMode>purge</DisconnectMode>");
  const std::string id = create(server, kReservations, request());
  server.advance("1h");
  EXPECT_EQ(outcome_of(server, kOrders, existing_order({kNumber}, id)), "FAILED");
  EXPECT_EQ(server.get("/accounts/14/inserviceNumbers/" + kNumber).status, 200);
}

TEST(Reservation, IsOfNoUseToAnotherAccount) {
  Server server;
  const std::string id = create(server, kReservations, request());
  const Reply reply = server.post("/accounts/14/orders", existing_order({kNumber}, id));
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(listed_codes(reply), std::vector<std::string>{"5042"});
  EXPECT_EQ(server.get("/accounts/14/tnreservation/" + id).status, 404);
  EXPECT_EQ(server.remove("/accounts/14/tnreservation/" + id).status, 404);
}

TEST(Reservation, IsCancelledByDelete) {
  Server server;
  const std::string path = kReservations + "/" + create(server, kReservations, request());
  EXPECT_EQ(server.remove(path).status, 200);
  expect_xml_error(server.get(path), 404);
  expect_xml_error(server.remove(path), 404);
  EXPECT_EQ(outcome_of(server, kOrders, existing_order({kNumber})), "COMPLETE");
}

TEST(Reservation, IsRefusedForANumberThatIsNotToBeHad) {
  Server server;
  create(server, kReservations, request());
  const Reply taken = server.post(kReservations, request());
  EXPECT_EQ(expect_xml_error(taken, 400),
            "Reservation failed: telephone number 9192381138 is not available.");
  EXPECT_EQ(taken.text("ResponseStatus/ErrorCode"), "5041");
  EXPECT_EQ(server.post(kReservations, request("9195551234")).text("ResponseStatus/ErrorCode"),
            "5041");
  EXPECT_EQ(expect_xml_error(server.post(kReservations, request("123")), 400),
            "Reservation failed: telephone number 123 not found.");
  EXPECT_EQ(server.post(kReservations, request("")).text("ResponseStatus/ErrorCode"), "5044");
  order_numbers(server, {"9192381139"});
  EXPECT_EQ(server.post(kReservations, request("9192381139")).status, 400);
}

}  // namespace
}  // namespace irisim::test
