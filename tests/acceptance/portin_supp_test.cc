// PUT of a port-in that is being processed: a SUPP.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

using Codes = std::vector<std::string>;

constexpr char kPath[] = "/accounts/{accountId}/portins/{orderid}";

std::string order(Server& server, const std::string& id) {
  return server.get(kPortins + "/" + id).body;
}

std::string numbers(const std::string& first, const std::string& second = "") {
  std::string list = "<ListOfPhoneNumbers><PhoneNumber>" + first + "</PhoneNumber>";
  if (!second.empty()) list += "<PhoneNumber>" + second + "</PhoneNumber>";
  return list + "</ListOfPhoneNumbers>";
}

std::string address(const std::string& elements) {
  return "<Subscriber><ServiceAddress>" + elements + "</ServiceAddress></Subscriber>";
}

TEST(PortinSupp, AcceptsTheDocumentedRequest) {
  Server server;
  const std::string id = create_portin(server, without(portin_request(), "Triggered"));
  std::string request =
      source_file("fixtures/operations/accounts/accountId/portins/orderid/put/request.xml");
  request = replaced(request, "2014-12-04", "2025-06-12");
  const Reply reply = server.put(kPortins + "/" + id, request);
  ASSERT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(departure(documented("PUT", kPath, 200), reply.body), "");
  EXPECT_EQ(reply.text("OrderId"), id);
  EXPECT_EQ(reply.text("Status/Code"), "200");
  EXPECT_EQ(reply.text("Status/Description"),
            "Supp request received. Please use the order id to check the status of your order "
            "later.");
  EXPECT_EQ(reply.text("ProcessingStatus"), "REQUESTED_SUPP");
  EXPECT_EQ(reply.text("RequestedFocDate"), "2025-06-12T13:00:00Z");
  EXPECT_EQ(reply.text("BillingTelephoneNumber"), "8045030092");
  EXPECT_EQ(reply.text("NewBillingTelephoneNumber"), "9175131245");
  EXPECT_EQ(reply.text("Triggered"), "false");

  const Reply changed = server.get(kPortins + "/" + id);
  EXPECT_EQ(changed.text("CustomerOrderId"), "SJM00002");
  EXPECT_EQ(changed.text("WirelessInfo/AccountNumber"), "23453245");
  EXPECT_EQ(changed.text("Subscriber/LastName"), "McKinnon");
  EXPECT_EQ(changed.text("Subscriber/ServiceAddress/StreetName"), "Monarch Way");
  EXPECT_EQ(changed.text("PartialPort"), "true");
  EXPECT_EQ(changed.text("AlternateSpid"), "Foo");
  EXPECT_EQ(texts(changed.xml().root(), "ListOfPhoneNumbers/PhoneNumber"),
            (Codes{"2019721004", "2019721005"}));
}

TEST(PortinSupp, GoesOnToTheEndByItself) {
  Server server;
  const std::string id = create_portin(server);
  server.advance("2s");
  ASSERT_EQ(supp(server, id, "<CustomerOrderId>A1</CustomerOrderId>").status, 200);
  EXPECT_EQ(status_of(server, id), "REQUESTED_SUPP");
  EXPECT_EQ(server.advance("1s"), 1u);
  EXPECT_EQ(status_of(server, id), "SUBMITTED");
  server.advance("1h");
  EXPECT_EQ(status_of(server, id), "COMPLETE");
}

TEST(PortinSupp, ChangesOnlyWhatItNames) {
  Server server;
  const std::string id = create_portin(server);
  ASSERT_EQ(supp(server, id, "<LoaAuthorizingPerson>Another</LoaAuthorizingPerson>").status, 200);
  const Reply reply = server.get(kPortins + "/" + id);
  EXPECT_EQ(reply.text("LoaAuthorizingPerson"), "Another");
  EXPECT_EQ(reply.text("BillingTelephoneNumber"), "9195551234");
  EXPECT_EQ(reply.text("WirelessInfo/PinNumber"), "1234");
  EXPECT_EQ(reply.text("Subscriber/FirstName"), "First");
  EXPECT_EQ(reply.text("RequestedFocDate"), "2025-06-10T21:15:00.000Z");
}

TEST(PortinSupp, LaysPartOfAnAddressOverTheOldOne) {
  Server server;
  const std::string id = create_portin(server);
  ASSERT_EQ(supp(server, id, address("<City>Boulder</City><StreetSuffix>St</StreetSuffix>")).status,
            200);
  const Reply reply = server.get(kPortins + "/" + id);
  const xml::Document document = reply.xml();
  const xml::Element changed = document.root().at("Subscriber/ServiceAddress");
  EXPECT_EQ(changed.text("City"), "Boulder");
  EXPECT_EQ(changed.text("StreetSuffix"), "St");
  EXPECT_EQ(changed.text("HouseNumber"), "11235");
  EXPECT_EQ(changed.text("County"), "Canyon");
  EXPECT_EQ(reply.text("Subscriber/LastName"), "Last");
}

TEST(PortinSupp, ResetAddressFieldsMakesTheAddressExactlyWhatIsSent) {
  Server server;
  const std::string id = create_portin(
      server, with(portin_request(), "Subscriber/ServiceAddress/AddressLine2", "Suite 5"));
  ASSERT_EQ(supp(server, id,
                 address("<ResetAddressFields>true</ResetAddressFields><HouseNumber>1</HouseNumber>"
                         "<StreetName>Main</StreetName><City>Cary</City><StateCode>NC</StateCode>"
                         "<Zip>27518</Zip>"))
                .status,
            200);
  std::vector<std::string> names;
  const Reply reply = server.get(kPortins + "/" + id);
  const xml::Document document = reply.xml();
  for (const xml::Element element : document.root().at("Subscriber/ServiceAddress").children())
    names.emplace_back(element.name());
  EXPECT_EQ(names, (std::vector<std::string>{"HouseNumber", "StreetName", "City", "StateCode",
                                             "Zip", "Country", "AddressType"}));
  EXPECT_EQ(reply.text("Subscriber/LastName"), "Last");
}

TEST(PortinSupp, ResetAddressFieldsKeepsTheRequiredOnesRequired) {
  Server server;
  const std::string id = create_portin(server);
  const std::string before = order(server, id);
  const Reply reply =
      supp(server, id, address("<ResetAddressFields>true</ResetAddressFields><City>Cary</City>"));
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(error_codes(reply), (Codes{"7108", "7109", "7111", "7112"}));
  EXPECT_EQ(order(server, id), before);
}

TEST(PortinSupp, AnEmptyElementRemovesTheValue) {
  Server server;
  const std::string id =
      create_portin(server, with(portin_request(), "CustomerOrderId", "SJM00002"));
  ASSERT_EQ(supp(server, id,
                 "<CustomerOrderId/><NewBillingTelephoneNumber></"
                 "NewBillingTelephoneNumber><TnAttributes/>")
                .status,
            200);
  const xml::Document document = server.get(kPortins + "/" + id).xml();
  EXPECT_FALSE(document.root().child("CustomerOrderId"));
  EXPECT_FALSE(document.root().child("NewBillingTelephoneNumber"));
  EXPECT_FALSE(document.root().child("TnAttributes"));
  EXPECT_EQ(server.get(kPortins + "?page=1&size=9&customerOrderId=SJM00002").text("TotalCount"),
            "0");
  EXPECT_EQ(error_codes(supp(server, id, "<BillingTelephoneNumber/>")), (Codes{"7103"}));
}

TEST(PortinSupp, ReplacesTheNumbersBeforeFoc) {
  Server server;
  const std::string id = create_portin(server);
  ASSERT_EQ(supp(server, id, numbers("9194809875", "9194809876")).status, 200);
  EXPECT_EQ(texts(server.get(kPortins + "/" + id + "/tns").xml().root(), "TelephoneNumber"),
            (Codes{"9194809875", "9194809876"}));
  create_portin(server, portin_request("9194809871"));  // the old number is free
  EXPECT_EQ(error_codes(server.post(kPortins, portin_request("9194809876"))), (Codes{"7205"}));
}

TEST(PortinSupp, CannotChangeTheNumbersOnceAtFoc) {
  Server server;
  const std::string id = create_portin(server);
  reach_foc(server, id);
  EXPECT_EQ(error_codes(supp(server, id, numbers("9194809875"))), (Codes{"7498"}));
  EXPECT_EQ(supp(server, id, numbers("9194809871")).status, 200) << "the same list is no change";
  EXPECT_EQ(status_of(server, id), "REQUESTED_SUPP");
  EXPECT_EQ(error_codes(supp(server, id, numbers("9194809875"))), (Codes{"7498"}))
      << "it was at FOC";
}

TEST(PortinSupp, CannotEmptyTheListOfNumbers) {
  Server server;
  const std::string id = create_portin(server);
  const Reply reply = supp(server, id, "<ListOfPhoneNumbers/>");
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(error_codes(reply), (Codes{"7505"}));
}

TEST(PortinSupp, CannotChangeTriggered) {
  Server server;
  const std::string id = create_portin(server);
  const Reply reply = supp(server, id, "<Triggered>false</Triggered>");
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(error_codes(reply), (Codes{"7350"}));
  EXPECT_EQ(supp(server, id, "<Triggered>true</Triggered>").status, 200);
}

TEST(PortinSupp, ToleratesAnEchoedOrder) {
  Server server;
  const std::string id = create_portin(server);
  const std::string request =
      "<LnpOrder><OrderId>" + id +
      "</OrderId><Status><Code>201</Code><Description>Order request received.</Description>"
      "</Status><ProcessingStatus>PENDING_DOCUMENTS</ProcessingStatus>"
      "<CustomerOrderId>ECHO</CustomerOrderId></LnpOrder>";
  const Reply reply = server.put(kPortins + "/" + id, request);
  ASSERT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(reply.text("ProcessingStatus"), "REQUESTED_SUPP");
  EXPECT_EQ(server.get(kPortins + "/" + id).text("CustomerOrderId"), "ECHO");
}

TEST(PortinSupp, ToleratesTheWholeOrderAsItWasRead) {
  Server server;
  const std::string id = create_portin(server);
  std::string read = order(server, id);
  read = replaced(read, "<LnpOrderResponse>", "<LnpOrder>");
  read = replaced(read, "</LnpOrderResponse>", "</LnpOrder>");
  const Reply reply = server.put(kPortins + "/" + id, read);
  EXPECT_EQ(reply.status, 200) << reply.body;
}

TEST(PortinSupp, CannotSetAnotherState) {
  Server server;
  const std::string id = create_portin(server);
  for (const std::string state : {"SUBMITTED", "FOC", "CANCELLED", "DRAFT"}) {
    const Reply reply = supp(server, id, "<ProcessingStatus>" + state + "</ProcessingStatus>");
    EXPECT_EQ(error_codes(reply), (Codes{"7372"})) << state;
  }
  EXPECT_EQ(status_of(server, id), "PENDING_DOCUMENTS");
}

TEST(PortinSupp, ThatFailsChangesNothing) {
  Server server;
  const std::string id = create_portin(server);
  const std::string before = order(server, id);
  const Reply reply = supp(server, id, "<CustomerOrderId>OK</CustomerOrderId><SiteId>1</SiteId>");
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(error_codes(reply), (Codes{"7309"}));
  EXPECT_EQ(departure(documented("PUT", kPath, 400), reply.body), "");
  EXPECT_EQ(order(server, id), before);
  EXPECT_EQ(server.get(kPortins + "/" + id + "/history").body.find("Supp"), std::string::npos);
  EXPECT_EQ(server.advance("1h"), 3u) << "it goes on";
}

TEST(PortinSupp, GivesTheBusyNumbersWithTheirError) {
  Server server;
  create_portin(server, portin_request("9194809870"));
  const std::string id = create_portin(server);
  const Reply reply = supp(server, id, numbers("9194809871", "9194809870"));
  EXPECT_EQ(error_codes(reply), (Codes{"7205"}));
  EXPECT_EQ(texts(reply.xml().root(), "Errors/TelephoneNumbers/Tn"), (Codes{"9194809870"}));
  EXPECT_EQ(departure(documented("PUT", kPath, 400), reply.body), "");
}

TEST(PortinSupp, TakesAnOrderOutOfItsException) {
  Server server;
  const std::string id = create_portin(server);
  const Reply broken =
      server.post("/__admin/orders/" + id + "/transition", R"({"to":"EXCEPTION","error":7512})");
  ASSERT_EQ(broken.status, 200) << broken.body;
  EXPECT_EQ(server.get(kPortins + "/" + id).text("Errors/Code"), "7512");
  ASSERT_EQ(supp(server, id, "<WirelessInfo><PinNumber>9</PinNumber></WirelessInfo>").status, 200);
  EXPECT_FALSE(server.get(kPortins + "/" + id).xml().root().child("Errors"));
  server.advance("1h");
  EXPECT_EQ(status_of(server, id), "COMPLETE");
}

TEST(PortinSupp, IsRefusedByWhatHasEnded) {
  constexpr struct {
    const char *state, *code;
  } kCases[] = {{"COMPLETE", "7304"}, {"CANCELLED", "7303"}, {"REQUESTED_CANCEL", "7353"}};
  Server server;
  int number = 0;
  for (const auto& [state, code] : kCases) {
    const std::string id =
        create_portin(server, portin_request(std::to_string(9194800000 + number++)));
    reach_foc(server, id);
    transition(server, id, state);
    const Reply reply = supp(server, id, "<CustomerOrderId>A1</CustomerOrderId>");
    EXPECT_EQ(reply.status, 400);
    EXPECT_EQ(error_codes(reply), (Codes{code})) << state;
    EXPECT_EQ(status_of(server, id), state);
  }
}

TEST(PortinSupp, OfAnUnknownOrderIsNotFound) {
  Server server;
  EXPECT_EQ(supp(server, std::string(36, '0'), "<CustomerOrderId>A</CustomerOrderId>").status, 404);
}

TEST(PortinSupp, TakesTheOrdersOwnDateForAnEchoEvenAfterItHasPassed) {
  Server server;
  const std::string id = create_portin(server);
  transition(server, id, "EXCEPTION");
  server.advance("30d");
  const std::string own = "<RequestedFocDate>2025-06-10T21:15:00.000Z</RequestedFocDate>";
  const std::string other = "<RequestedFocDate>2025-06-11T21:15:00.000Z</RequestedFocDate>";
  EXPECT_EQ(supp(server, id, own).status, 200);
  EXPECT_EQ(error_codes(supp(server, id, other)), (Codes{"7208"}));
}

TEST(PortinSupp, DropsAScheduledActivation) {
  Server server;
  const std::string id = create_portin(server);
  transition(server, id, "SUBMITTED");
  transition(server, id, "FOC");
  const std::string activation = kPortins + "/" + id + "/activationStatus";
  ASSERT_EQ(
      server
          .put(activation,
               "<ActivationStatus><AutoActivationDate>2025-06-05T12:00:00Z</AutoActivationDate>"
               "</ActivationStatus>")
          .status,
      200);
  ASSERT_EQ(supp(server, id, "<CustomerOrderId>again</CustomerOrderId>").status, 200);
  transition(server, id, "SUBMITTED");
  transition(server, id, "FOC");
  EXPECT_EQ(server.get(activation).text("ActivationStatus/AutoActivationDate"),
            "2025-06-10T21:15:00.000Z");
}

}  // namespace
}  // namespace irisim::test
