// A port-in of a number that another account of ours has in service: it changes accounts.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/port_world.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

using Codes = std::vector<std::string>;

const std::string kNumber = "9194800001";

class InternalPort : public testing::Test {
 protected:
  InternalPort() { complete_portin(server_, "14", kNumber); }

  // What the checker says to the account of the number: the port type, or the code of the error.
  std::string seen_by(const std::string& account) {
    const Reply reply = check_portability(server_, {kNumber}, "true", account);
    return reply.status == 200 ? reply.text("PortType") : reply.text("Errors/Code");
  }

  PortServer server_;
};

TEST_F(InternalPort, IsToldByItsTypeAndItsLosingCarrier) {
  const Reply reply = server_.get(kPortins + "/" + create_portin(server_, plain_request(kNumber)));
  EXPECT_EQ(reply.text("PortType"), "INTERNAL");
  EXPECT_EQ(reply.text("LosingCarrierName"), "Bandwidth CLEC");
  EXPECT_EQ(reply.text("VendorName"), "Bandwidth CLEC");
}

TEST_F(InternalPort, MovesTheNumberToTheOtherAccountWhenItIsComplete) {
  EXPECT_EQ(seen_by("14"), "7206");
  EXPECT_EQ(seen_by("9999999"), "INTERNAL");
  const std::string id = create_portin(server_, plain_request(kNumber));
  reach_foc(server_, id);
  EXPECT_EQ(seen_by("14"), "7205") << "the number is being ported";
  server_.advance("1h");
  EXPECT_EQ(status_of(server_, id), "COMPLETE");
  EXPECT_EQ(seen_by("14"), "INTERNAL");
  EXPECT_EQ(seen_by("9999999"), "7206");
  EXPECT_EQ(server_.get(kPortins + "/" + id).text("PortType"), "INTERNAL") << "as it was";
}

TEST_F(InternalPort, LeavesTheNumberWhereItIsWhenItIsCancelled) {
  const std::string id = create_portin(server_, plain_request(kNumber));
  EXPECT_EQ(server_.remove(kPortins + "/" + id).status, 200);
  EXPECT_EQ(seen_by("14"), "7206");
  EXPECT_EQ(seen_by("9999999"), "INTERNAL");
}

TEST_F(InternalPort, IsNotForANumberOfTheAccountItself) {
  const Reply reply = server_.post("/accounts/14/portins", plain_request(kNumber));
  EXPECT_EQ(error_codes(reply), (Codes{"7206"}));
  EXPECT_EQ(texts(reply.xml().root(), "Errors/TelephoneNumbers/Tn"), (Codes{kNumber}));
}

TEST_F(InternalPort, CannotBeActivatedByTheCustomer) {
  EXPECT_EQ(error_codes(server_.post(kPortins, with(plain_request(kNumber), "Triggered", "true"))),
            (Codes{"7344"}));
}

TEST_F(InternalPort, NeedsOneOfItsOwnForOtherNumbers) {
  const std::string other = "9194809871";
  EXPECT_EQ(error_codes(server_.post(kPortins, with_number(plain_request(kNumber), other))),
            (Codes{"7204"}));
  const std::string id = create_portin(server_, plain_request(kNumber));
  const Reply reply =
      supp(server_, id,
           "<ListOfPhoneNumbers><PhoneNumber>" + kNumber + "</PhoneNumber><PhoneNumber>" + other +
               "</PhoneNumber></ListOfPhoneNumbers>");
  EXPECT_EQ(error_codes(reply), (Codes{"7499"}));
  EXPECT_EQ(reply.text("Errors/Description"), "Port type INTERNAL cannot be change to AUTOMATED");
  EXPECT_EQ(texts(reply.xml().root(), "Errors/TelephoneNumbers/Tn"), (Codes{other}));
}

TEST_F(InternalPort, MayChangeItsNumbersEvenAfterItsFocDateIsKnown) {
  complete_portin(server_, "14", "9194800002");
  const std::string id = create_portin(server_, plain_request(kNumber));
  reach_foc(server_, id);
  const Reply reply =
      supp(server_, id,
           "<ListOfPhoneNumbers><PhoneNumber>9194800002</PhoneNumber></ListOfPhoneNumbers>");
  EXPECT_EQ(reply.status, 200) << reply.body;
  server_.advance("1h");
  EXPECT_EQ(seen_by("14"), "7206") << "it is no longer of the order";
}

TEST_F(InternalPort, WaitsForNoLosingCarrier) {
  complete_portin(server_, "14", "9196020001");
  const std::string request = without(plain_request("9196020001"), "WirelessInfo");
  EXPECT_EQ(server_.post(kPortins, with(request, "RequestedFocDate", "2025-06-03")).status, 201);
}

// The picture is one with that of orders, reservations and disconnects.
TEST(NumbersOfOurs, ArePortedOnlyWhileTheyAreInService) {
  const std::string number = "9194390001";
  const std::string list = "<TelephoneNumberList><TelephoneNumber>" + number +
                           "</TelephoneNumber></TelephoneNumberList>";
  PortServer server;
  const auto outcome = [&] {
    const Reply reply = check_portability(server, {number}, "true");
    return reply.status == 200 ? reply.text("PortType") : reply.text("Errors/Code");
  };
  EXPECT_EQ(outcome(), "7378") << "available";

  const Reply reserved =
      server.post("/accounts/14/tnreservation",
                  "<Reservation><ReservedTn>" + number + "</ReservedTn></Reservation>");
  ASSERT_EQ(reserved.status, 201) << reserved.body;
  EXPECT_EQ(outcome(), "7378") << "reserved";
  const std::string location = reserved.header("Location");
  ASSERT_EQ(server.remove(location.substr(location.find("/accounts"))).status, 200);

  const Reply ordered = server.post("/accounts/14/orders",
                                    "<Order><Name>A</Name><SiteId>743</SiteId>"
                                    "<ExistingTelephoneNumberOrderType>" +
                                        list + "</ExistingTelephoneNumberOrderType></Order>");
  ASSERT_EQ(ordered.status, 201) << ordered.body;
  server.advance("2s");
  EXPECT_EQ(outcome(), "INTERNAL") << "in service";

  const Reply disconnected = server.post(
      "/accounts/14/disconnects",
      "<DisconnectTelephoneNumberOrder><name>A</name><DisconnectTelephoneNumberOrderType>" + list +
          "</DisconnectTelephoneNumberOrderType></DisconnectTelephoneNumberOrder>");
  ASSERT_LT(disconnected.status, 300) << disconnected.body;
  server.advance("2s");
  EXPECT_EQ(outcome(), "7378") << "aging";
}

}  // namespace
}  // namespace irisim::test
