// LSR orders, by which another carrier takes numbers: which are taken, and as what.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/errors.h"
#include "tests/support/lsrs.h"
#include "tests/support/numbers.h"
#include "tests/support/subscriptions.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

const std::string kUnknown = "63fb728d-421b-46ce-8c32-da30b909934d";

std::string id_in(const Reply& reply) {
  return reply.text("LsrOrder/OrderId");
}

TEST(LsrOrders, TheDocumentedExampleIsTaken) {
  Server server;
  const Reply created = server.post(kLsrs, lsr_request());
  ASSERT_EQ(created.status, 201) << created.body;
  EXPECT_TRUE(created.header("Location").ends_with(lsr_path(id_in(created))));
  EXPECT_EQ(created.text("LsrOrder/OrderStatus"), "PENDING");
  EXPECT_EQ(created.text("LsrOrder/RequestedFocDate"), "2025-06-10 00:00:00");
  EXPECT_EQ(created.text("LsrOrder/PonVersion"), "0");
  const Reply order = server.get(lsr_path(id_in(created)));
  EXPECT_EQ(order.text("Pon"), "ATT-011515-324234");
  EXPECT_EQ(order.text("SPID"), "123C");
  EXPECT_EQ(order.text("RequestedFocDate"), "2025-06-10");
  EXPECT_EQ(order.text("Subscriber/ServiceAddress/StreetSuffix"), "Ave");
  EXPECT_EQ(order.text("CountOfTNs"), "2");
  EXPECT_EQ(texts(order.xml().root(), "ListOfTelephoneNumbers/TelephoneNumber"), kLsrNumbers);
}

TEST(LsrOrders, WhatIsLeftOpenIsFilledIn) {
  Server server;
  std::string request = lsr_request();
  for (const char* element :
       {"SPID", "RequestedFocDate", "BillingTelephoneNumber", "CustomerOrderId",
        "Subscriber/SubscriberType", "Subscriber/BusinessName"})
    request = without(request, element);
  request = with(with(request, "Subscriber/LastName", "Hopkins"), "Subscriber/FirstName", "Jim");
  request = with(request, "Subscriber/ServiceAddress/County", "Kings");
  const Reply order = server.get(lsr_path(create_lsr(server, request)));
  EXPECT_EQ(order.text("SPID"), "123C");
  EXPECT_EQ(order.text("RequestedFocDate"), "2025-06-03");
  EXPECT_EQ(order.text("Subscriber/SubscriberType"), "RESIDENTIAL");
  EXPECT_EQ(order.text("Subscriber/FirstName"), "Jim");
  EXPECT_EQ(order.text("Subscriber/LastName"), "Hopkins");
  EXPECT_EQ(order.text("Subscriber/ServiceAddress/County"), "Kings");
  EXPECT_FALSE(order.xml().root().child("CustomerOrderId"));
}

TEST(LsrOrders, TheDefaultDateIsABusinessDay) {
  Server server;
  server.advance("4d");  // a Friday
  const std::string request = without(lsr_request(), "RequestedFocDate");
  const std::string id = create_lsr(server, request);
  EXPECT_EQ(server.get(lsr_path(id)).text("RequestedFocDate"), "2025-06-09");
  server.advance("13d");  // Juneteenth, a Thursday
  const std::string next = create_lsr(server, with(request, "Pon", "another"));
  EXPECT_EQ(server.get(lsr_path(next)).text("RequestedFocDate"), "2025-06-20");
  EXPECT_EQ(
      server
          .post(kLsrs, with(with(lsr_request(), "Pon", "third"), "RequestedFocDate", "2025-06-19"))
          .status,
      400);
}

TEST(LsrOrders, SpidsAreThoseOfTheAccount) {
  Server several(with_spid("mult"));
  const std::string id = create_lsr(several, with(lsr_request(), "SPID", "7A"));
  EXPECT_EQ(several.get(lsr_path(id)).text("SPID"), "7A");
  Server one(with_spid("9a9A"));
  create_lsr(one, with(lsr_request(), "SPID", "9A9a"));
}

TEST(LsrOrders, CanadianAddressesAreTaken) {
  Server server;
  const std::string address = "Subscriber/ServiceAddress/";
  const Reply created = server.post(
      kLsrs, with(with(lsr_request(), address + "StateCode", "ON"), address + "Zip", "K1A 0B1"));
  EXPECT_EQ(created.status, 201) << created.body;
  EXPECT_EQ(created.text("LsrOrder/" + address + "Country"), "Canada");
}

TEST(LsrOrders, WhiteSpaceAroundValuesIsNoPartOfThem) {
  Server server;
  const auto spread = [](std::string text) {
    for (size_t at = 0; (at = text.find('>', at)) != std::string::npos; ++at)
      text.replace(at, 1, ">\n        ");
    return text;
  };
  const std::string id = create_lsr(server, spread(lsr_request()));
  const Reply order = server.get(lsr_path(id));
  EXPECT_EQ(order.text("Pon"), "ATT-011515-324234");
  EXPECT_EQ(texts(order.xml().root(), "ListOfTelephoneNumbers/TelephoneNumber"), kLsrNumbers);
  const Reply changed =
      server.put(lsr_path(id), spread(with(lsr_supp(), "RequestedFocDate", "2025-06-11")));
  EXPECT_EQ(changed.status, 200) << changed.body;
  EXPECT_EQ(changed.text("LsrOrder/RequestedFocDate"), "2025-06-11");
  EXPECT_EQ(lsr_history(server, id, "Difference"),
            Texts{"RequestedFocDate : 2025-06-10 --> 2025-06-11"});
  const Reply cancelled =
      server.put(lsr_path(id), spread("<LsrOrder><OrderStatus>CANCELLED</OrderStatus></LsrOrder>"));
  EXPECT_EQ(cancelled.text("LsrOrder/OrderStatus"), "CANCELLED");
}

// The codes and their order are those of the example, but for those that the table has otherwise.
TEST(LsrOrders, ARefusalTellsAllThatIsWrongAndTheOrder) {
  Server server;
  std::string request = lsr_of({"9192381468", "9192381468", "9192381468", "8882381468"});
  request = with(request, "Subscriber/BusinessName", "LongerThan25CharacterBusinessName");
  request =
      with(request, "CustomerOrderId", "WrongCustomerOrderIdLogerThan40AndContains$%SpecSimbols");
  request = with(request, "BillingTelephoneNumber", "919238466");
  const Reply reply = server.post(kLsrs, request);
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(reply.text("ResponseStatus/ErrorCode"), "400");
  EXPECT_EQ(reply.text("ResponseStatus/Description"),
            "Lsr order doesn't pass validation. Please check your input parameters.");
  EXPECT_EQ(lsr_codes(reply), (Texts{"7324", "7318", "7203", "17005", "17009", "17002"}));
  EXPECT_EQ(reply.text("LsrOrder/OrderStatus"), "FAILED");
  EXPECT_EQ(reply.text("LsrOrder/BillingTelephoneNumber"), "919238466");
  EXPECT_EQ(reply.text("LsrOrder/AccountId"), "0");
  EXPECT_EQ(server.get(kLsrs).status, 404) << "nothing is left of it";
}

TEST(LsrOrders, AddressesHaveTheLengthsOfTheTable) {
  Server server;
  const std::string street = "Subscriber/ServiceAddress/StreetName";
  EXPECT_EQ(lsr_codes(server.post(kLsrs, with(lsr_request(), street, std::string(201, 'x')))),
            Texts{"17026"});
  EXPECT_EQ(server.post(kLsrs, with(lsr_request(), street, std::string(200, 'x'))).status, 201);
}

TEST(LsrOrders, LengthsCountCharactersNotBytes) {
  Server server;
  const auto umlauts = [](int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += "\u00fc";
    return text;
  };
  const auto request = [&](int more) {
    std::string text = with(lsr_request(), "Subscriber/BusinessName", umlauts(25 + more));
    text = with(text, "Subscriber/ServiceAddress/City", umlauts(100 + more));
    return with(text, "AuthorizingPerson", umlauts(100 + more));
  };
  EXPECT_EQ(lsr_codes(server.post(kLsrs, request(1))), (Texts{"7324", "17026", "17024"}));
  EXPECT_EQ(server.post(kLsrs, request(0)).status, 201);
}

TEST(LsrOrders, ManyNumbersHaveAnEarliestDate) {
  Server server;
  Texts numbers;
  for (int i = 0; i < 51; ++i) numbers.push_back(std::to_string(9192380000 + i));
  const std::string request = lsr_of(numbers);
  EXPECT_EQ(server.post(kLsrs, with(request, "RequestedFocDate", "2025-06-06")).status, 400);
  const std::string id = create_lsr(server, without(request, "RequestedFocDate"));
  EXPECT_EQ(server.get(lsr_path(id)).text("RequestedFocDate"), "2025-06-09");
}

TEST(LsrOrders, AnUnknownOneIsNotFound) {
  Server server;
  const std::string elsewhere =
      "/accounts/14/lsrorders/" + create_lsr(server);  // of another account
  for (const std::string& path : {lsr_path(kUnknown), elsewhere}) {
    for (const Reply& reply : {server.get(path), server.put(path, lsr_supp())}) {
      EXPECT_EQ(reply.status, 404);
      EXPECT_EQ(reply.text("ResponseStatus/ErrorCode"), "5035");
    }
  }
  EXPECT_EQ(server.put(lsr_path(kUnknown), lsr_supp()).text("ResponseStatus/Description"),
            "lsr order " + kUnknown + " not found.");
  EXPECT_EQ(server.get(lsr_path(kUnknown) + "/history").text("ResponseStatus/Description"),
            "The resource does not exist");
}

TEST(LsrOrders, HaveNotes) {
  Server server;
  const std::string notes = lsr_path(create_lsr(server)) + "/notes";
  EXPECT_EQ(server.get(notes).status, 204);
  const Reply added =
      server.post(notes, "<Note><UserId>jbm</UserId><Description>Soon</Description></Note>");
  EXPECT_EQ(added.status, 201);
  EXPECT_TRUE(added.header("Location").find(notes + "/") != std::string::npos);
  EXPECT_EQ(server.get(notes).text("Note/Description"), "Soon");
}

TEST(LsrOrders, OneCanBeSubscribedTo) {
  Server server;
  const std::string id = create_lsr(server);
  create_subscription(server, with(email_subscription("lsrorders"), "OrderId", id));
  const Reply unknown =
      server.post(kSubscriptions, with(email_subscription("lsrorders"), "OrderId", kUnknown));
  EXPECT_EQ(unknown.status, 404);
}

}  // namespace
}  // namespace irisim::test
