// LSR orders: another carrier takes numbers out of service.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/errors.h"
#include "tests/support/lsrs.h"
#include "tests/support/numbers.h"
#include "tests/support/orders.h"
#include "tests/support/subscriptions.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

const Numbers kTwo = {"9192381468", "9192381467"};  // of the example
const std::string kUnknown = "63fb728d-421b-46ce-8c32-da30b909934d";

std::string path_of(const std::string& id) {
  return kLsrs + "/" + id;
}

Texts history(Server& server, const std::string& id, const std::string& element) {
  return texts(server.get(path_of(id) + "/history").xml().root(), "OrderHistory/" + element);
}

void control(Server& server, const std::string& id, const std::string& body) {
  const Reply reply = server.post("/__admin/orders/" + id + "/transition", body);
  EXPECT_EQ(reply.status, 200) << reply.body;
}

std::string order_id(const Reply& reply) {
  return reply.text("LsrOrder/OrderId");
}

TEST(LsrOrders, TheDocumentedExampleIsTaken) {
  Server server;
  const Reply created = server.post(kLsrs, lsr_request());
  ASSERT_EQ(created.status, 201) << created.body;
  EXPECT_TRUE(created.header("Location").ends_with(path_of(order_id(created))));
  EXPECT_EQ(created.text("LsrOrder/OrderStatus"), "PENDING");
  EXPECT_EQ(created.text("LsrOrder/RequestedFocDate"), "2025-06-10 00:00:00");
  EXPECT_EQ(created.text("LsrOrder/PonVersion"), "0");
  const Reply order = server.get(path_of(order_id(created)));
  EXPECT_EQ(order.text("Pon"), "ATT-011515-324234");
  EXPECT_EQ(order.text("SPID"), "123C");
  EXPECT_EQ(order.text("RequestedFocDate"), "2025-06-10");
  EXPECT_EQ(order.text("Subscriber/ServiceAddress/StreetSuffix"), "Ave");
  EXPECT_EQ(order.text("CountOfTNs"), "2");
  EXPECT_EQ(texts(order.xml().root(), "ListOfTelephoneNumbers/TelephoneNumber"), kTwo);
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
  const Reply order = server.get(path_of(create_lsr(server, request)));
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
  EXPECT_EQ(server.get(path_of(id)).text("RequestedFocDate"), "2025-06-09");
  server.advance("13d");  // Juneteenth, a Thursday
  const std::string next = create_lsr(server, with(request, "Pon", "another"));
  EXPECT_EQ(server.get(path_of(next)).text("RequestedFocDate"), "2025-06-20");
  EXPECT_EQ(
      server
          .post(kLsrs, with(with(lsr_request(), "Pon", "third"), "RequestedFocDate", "2025-06-19"))
          .status,
      400);
}

TEST(LsrOrders, SpidsAreThoseOfTheAccount) {
  Server several(with_spid("mult"));
  const std::string id = create_lsr(several, with(lsr_request(), "SPID", "7A"));
  EXPECT_EQ(several.get(path_of(id)).text("SPID"), "7A");
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
  const Reply order = server.get(path_of(id));
  EXPECT_EQ(order.text("Pon"), "ATT-011515-324234");
  EXPECT_EQ(texts(order.xml().root(), "ListOfTelephoneNumbers/TelephoneNumber"), kTwo);
  const Reply changed =
      server.put(path_of(id), spread(with(lsr_supp(), "RequestedFocDate", "2025-06-11")));
  EXPECT_EQ(changed.status, 200) << changed.body;
  EXPECT_EQ(changed.text("LsrOrder/RequestedFocDate"), "2025-06-11");
  EXPECT_EQ(history(server, id, "Difference"),
            Texts{"RequestedFocDate : 2025-06-10 --> 2025-06-11"});
  const Reply cancelled =
      server.put(path_of(id), spread("<LsrOrder><OrderStatus>CANCELLED</OrderStatus></LsrOrder>"));
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

TEST(LsrOrders, ManyNumbersHaveAnEarliestDate) {
  Server server;
  Numbers numbers;
  for (int i = 0; i < 51; ++i) numbers.push_back(std::to_string(9192380000 + i));
  const std::string request = lsr_of(numbers);
  EXPECT_EQ(server.post(kLsrs, with(request, "RequestedFocDate", "2025-06-06")).status, 400);
  const std::string id = create_lsr(server, without(request, "RequestedFocDate"));
  EXPECT_EQ(server.get(path_of(id)).text("RequestedFocDate"), "2025-06-09");
}

TEST(LsrLife, NumbersLeaveWhicheverAccountHasThem) {
  Server server;
  order_numbers(server, {kTwo[0]}, "14");
  order_numbers(server, {kTwo[1]});
  const std::string id = create_lsr(server);
  server.advance("2s");
  EXPECT_EQ(lsr_status(server, id), "FOC");
  EXPECT_EQ(server.get("/accounts/14/inserviceNumbers/" + kTwo[0]).status, 200);
  server.advance("2s");
  EXPECT_EQ(lsr_status(server, id), "COMPLETE");
  EXPECT_EQ(server.get("/accounts/14/inserviceNumbers/totals").text("Count"), "0");
  EXPECT_EQ(server.get(kAccount + "/inserviceNumbers/totals").text("Count"), "0");
  EXPECT_EQ(history(server, id, "Status"), (Texts{"PENDING", "FOC", "COMPLETE"}));
  EXPECT_EQ(history(server, id, "Note"),
            (Texts{"LSR has been received by the system and is being processed",
                   "Port-out date has been set", "LSR is complete"}));
  EXPECT_EQ(history(server, id, "Difference"), Texts{"ActualFocDate : \"\" --> 2025-06-10"});
  EXPECT_EQ(history(server, id, "Author"), Texts{"anonymous"});
}

TEST(LsrLife, EachAccountThatLosesNumbersHasAPortOut) {
  Server server;
  order_numbers(server, {kTwo[0]}, "14");
  order_numbers(server, {kTwo[1]});
  const std::string id = create_lsr(server);
  server.advance("2s");
  EXPECT_EQ(list_of(server.get("/__admin/orders?type=portouts").json(), "orders").size(), 0u);
  server.advance("2s");
  const json::Array made = list_of(server.get("/__admin/orders?type=portouts").json(), "orders");
  ASSERT_EQ(made.size(), 2u);
  for (const json::Value& one : made) {
    const std::string account = text_of(one, "account"), id_of_one = text_of(one, "id");
    EXPECT_EQ(text_of(one, "status"), "COMPLETE");
    const Reply order = server.get("/__admin/orders/" + id_of_one);
    const json::Array numbers = list_of(order.json(), "telephoneNumbers");
    ASSERT_EQ(numbers.size(), 1u);
    EXPECT_EQ(*numbers.front().text(), kTwo[account == "14" ? 0 : 1]);
    const Reply reply = server.get("/accounts/" + account + "/portouts/" + id_of_one);
    EXPECT_EQ(reply.text("PON"), "ATT-011515-324234");
    EXPECT_EQ(reply.text("SPID"), "123C");
  }
}

TEST(LsrLife, ANumberThatHasLeftIsNotTheInventorysAnyMore) {
  Server server;
  order_numbers(server, {kTwo[0]});
  create_lsr(server, lsr_of({kTwo[0]}));
  server.advance("1h");
  EXPECT_EQ(server.get("/tns/" + kTwo[0]).text("Status"), "PortOut");
  const Reply found = server.get(kAccount + "/availableNumbers?npaNxxx=9192381&quantity=500");
  EXPECT_EQ(found.body.find(kTwo[0]), std::string::npos);
  EXPECT_NE(found.body.find("9192381138"), std::string::npos);
  const std::string order = create(server, kAccount + "/orders", existing_order({kTwo[0]}));
  server.advance("1s");
  EXPECT_EQ(server.get(kAccount + "/orders/" + order).text("OrderStatus"), "FAILED");
}

TEST(LsrLife, ANumberThatHasLeftCanBePortedBackIn) {
  Server server;
  put_in_service(server, {"9194809871"});
  create_lsr(server, lsr_of({"9194809871"}));
  server.advance("1h");
  EXPECT_EQ(server.get(kAccount + "/inserviceNumbers/9194809871").status, 404);
  const std::string back = create_portin(server);
  EXPECT_EQ(server.get("/tns/9194809871").text("Status"), "PortInPendingFoc");
  EXPECT_EQ(server.remove(kPortins + "/" + back).status, 200);
  EXPECT_EQ(server.get("/tns/9194809871").text("Status"), "PortOut");
  put_in_service(server, {"9194809871"});
  EXPECT_EQ(server.get(kAccount + "/inserviceNumbers/9194809871").status, 200);
}

TEST(LsrLife, NumbersThatNobodyHasMakeItPartialOrFailed) {
  Server server;
  order_numbers(server, {kTwo[0]}, "14");
  const std::string partial = create_lsr(server);
  server.advance("1h");
  const Reply order = server.get(path_of(partial));
  EXPECT_EQ(order.text("OrderStatus"), "PARTIAL");
  EXPECT_EQ(order.text("LsrOrderErrors/LsrOrderError/Code"), "17030");
  EXPECT_EQ(order.text("LsrOrderErrors/LsrOrderError/Description"),
            "LSR order completion failed, some numbers are not activated: [9192381467].");
  EXPECT_EQ(server.get("/accounts/14/inserviceNumbers/totals").text("Count"), "0");

  const std::string failed = create_lsr(server, with(lsr_request(), "Pon", "another"));
  server.advance("1h");
  EXPECT_EQ(lsr_status(server, failed), "FAILED");
  EXPECT_EQ(lsr_codes(server.get(path_of(failed))), Texts{"17030"});
}

TEST(LsrSupp, ChangesTheOrderAndBeginsAnew) {
  Server server;
  const std::string id = create_lsr(server);
  server.advance("2s");
  EXPECT_EQ(lsr_status(server, id), "FOC");
  const std::string request =
      with(with(lsr_supp(), "RequestedFocDate", "2025-06-12"), "Subscriber/PinNumber", "77");
  const Reply changed = server.put(path_of(id), request);
  ASSERT_EQ(changed.status, 200) << changed.body;
  EXPECT_EQ(changed.text("LsrOrder/OrderStatus"), "PENDING");
  EXPECT_EQ(changed.text("LsrOrder/PonVersion"), "1");
  EXPECT_EQ(changed.text("LsrOrder/Subscriber/PinNumber"), "77");
  EXPECT_EQ(changed.text("LsrOrder/Pon"), "ATT-011515-324234");
  server.advance("2s");
  EXPECT_EQ(history(server, id, "Difference"),
            (Texts{"ActualFocDate : \"\" --> 2025-06-10",
                   "RequestedFocDate : 2025-06-10 --> 2025-06-12\nPinNumber : 1231 --> 77",
                   "ActualFocDate : \"\" --> 2025-06-12"}));
  EXPECT_EQ(server.get(kLsrs).text("LsrOrderSummary/ActualFocDate"), "2025-06-12");
}

TEST(LsrSupp, WhatIsOptionalStaysWhereItIsNotSent) {
  Server server;
  const std::string id = create_lsr(server);
  std::string request = lsr_supp();
  for (const char* element :
       {"CustomerOrderId", "SPID", "BillingTelephoneNumber", "RequestedFocDate"})
    request = without(request, element);
  EXPECT_EQ(server.put(path_of(id), request).status, 200);
  const Reply order = server.get(path_of(id));
  EXPECT_EQ(order.text("CustomerOrderId"), "FineCustomerid");
  EXPECT_EQ(order.text("SPID"), "123C");
  EXPECT_EQ(order.text("BillingTelephoneNumber"), "9192381468");
  EXPECT_EQ(order.text("RequestedFocDate"), "2025-06-10");
}

TEST(LsrSupp, AnEchoOfWhatWasReadIsTaken) {
  Server server;
  const Reply created = server.post(kLsrs, lsr_request());
  const xml::Document document = created.xml();
  xml::Document as_created("LsrOrder");
  for (const xml::Element element : document.root().child("LsrOrder").children())
    as_created.root().add_copy(element);
  const std::string path = path_of(order_id(created));
  EXPECT_EQ(server.put(path, as_created.compact()).status, 200);
}

TEST(LsrSupp, AFocDateThatHasPassedMayBeEchoed) {
  Server server;
  const std::string id = create_lsr(server, with(lsr_request(), "RequestedFocDate", "2025-06-03"));
  control(server, id, R"({"to":"EXCEPTION","error":7512})");
  server.advance("3d");
  const Reply changed = server.put(path_of(id), server.get(path_of(id)).body);
  EXPECT_EQ(changed.status, 200) << changed.body;
  EXPECT_EQ(lsr_codes(server.put(path_of(id), with(lsr_supp(), "RequestedFocDate", "2025-06-04"))),
            Texts{"7208"});
}

TEST(LsrSupp, BringsAnOrderBackFromItsException) {
  Server server;
  const std::string id = create_lsr(server);
  control(server, id, R"({"to":"EXCEPTION","error":7513})");
  EXPECT_EQ(lsr_codes(server.get(path_of(id))), Texts{"7513"});
  server.advance("30d");
  EXPECT_EQ(lsr_status(server, id), "EXCEPTION");
  const std::string request =
      with(with(lsr_supp(), "RequestedFocDate", "2025-07-08"), "OverrideValidation", "true");
  const Reply changed = server.put(path_of(id), request);
  EXPECT_EQ(changed.text("LsrOrder/OrderStatus"), "PENDING") << changed.body;
  EXPECT_EQ(server.get(path_of(id)).text("LsrOrderErrors/LsrOrderError/Code"), "");
}

// The documented example of a refusal.
TEST(LsrSupp, ARefusalChangesNothingAndSaysFailed) {
  Server server;
  const std::string id = create_lsr(server);
  const Reply refused =
      server.put(path_of(id), with(without(lsr_supp(), "AuthorizingPerson"), "SPID", "1234"));
  EXPECT_EQ(refused.status, 400);
  EXPECT_EQ(refused.text("ResponseStatus/ErrorCode"), "400");
  EXPECT_EQ(lsr_codes(refused), (Texts{"17023", "17020"}));
  EXPECT_EQ(refused.text("LsrOrder/OrderStatus"), "FAILED");
  EXPECT_EQ(refused.text("LsrOrder/OrderId"), id);
  EXPECT_EQ(refused.text("LsrOrder/AuthorizingPerson"), "Jim Hopkins");
  EXPECT_EQ(refused.text("LsrOrder/SPID"), "1234");
  EXPECT_EQ(refused.text("LsrOrder/Subscriber/ServiceAddress/AddressType"), "Service");
  const Reply order = server.get(path_of(id));
  EXPECT_EQ(order.text("OrderStatus"), "PENDING");
  EXPECT_EQ(order.text("SPID"), "123C");
  EXPECT_EQ(order.text("PonVersion"), "0");
}

TEST(LsrSupp, AnOrderThatIsOverCannotBeChanged) {
  Server server;
  const std::string id = create_lsr(server);
  server.advance("1h");
  const std::string cancel = "<LsrOrder><OrderStatus>CANCELLED</OrderStatus></LsrOrder>";
  for (const std::string& request : {lsr_supp(), cancel}) {
    const Reply refused = server.put(path_of(id), request);
    EXPECT_EQ(refused.status, 400);
    EXPECT_EQ(lsr_codes(refused), Texts{"17015"});
  }
  EXPECT_EQ(lsr_status(server, id), "FAILED");
}

TEST(LsrCancellation, LeavesTheOrderAsItWas) {
  Server server;
  const std::string id = create_lsr(server);
  const Reply cancelled =
      server.put(path_of(id),
                 "<LsrOrder><OrderStatus>CANCELLED</OrderStatus><ListOfTelephoneNumbers/>"
                 "</LsrOrder>");
  EXPECT_EQ(cancelled.status, 200);
  EXPECT_EQ(cancelled.text("LsrOrder/OrderStatus"), "CANCELLED");
  EXPECT_EQ(cancelled.text("LsrOrder/PonVersion"), "0");
  EXPECT_EQ(lsr_codes(cancelled), Texts{});
  server.advance("1h");
  EXPECT_EQ(lsr_status(server, id), "CANCELLED");
}

TEST(LsrCancellation, IgnoresAllElseAndSaysSo) {
  Server server;
  const std::string id = create_lsr(server);
  const Reply cancelled =
      server.put(path_of(id),
                 with(with(lsr_supp(), "CustomerOrderId", "another"), "OrderStatus", "cancelled"));
  EXPECT_EQ(cancelled.status, 200);
  EXPECT_EQ(lsr_codes(cancelled), Texts{"17018"});
  const Reply order = server.get(path_of(id));
  EXPECT_EQ(order.text("OrderStatus"), "CANCELLED");
  EXPECT_EQ(order.text("CustomerOrderId"), "FineCustomerid");
  EXPECT_EQ(order.text("LsrOrderErrors/LsrOrderError/Code"), "17018");
}

TEST(LsrOrders, AnUnknownOneIsNotFound) {
  Server server;
  const std::string elsewhere =
      "/accounts/14/lsrorders/" + create_lsr(server);  // of another account
  for (const std::string& path : {path_of(kUnknown), elsewhere}) {
    for (const Reply& reply : {server.get(path), server.put(path, lsr_supp())}) {
      EXPECT_EQ(reply.status, 404);
      EXPECT_EQ(reply.text("ResponseStatus/ErrorCode"), "5035");
    }
  }
  EXPECT_EQ(server.put(path_of(kUnknown), lsr_supp()).text("ResponseStatus/Description"),
            "lsr order " + kUnknown + " not found.");
  EXPECT_EQ(server.get(path_of(kUnknown) + "/history").text("ResponseStatus/Description"),
            "The resource does not exist");
}

TEST(LsrOrders, HaveNotes) {
  Server server;
  const std::string notes = path_of(create_lsr(server)) + "/notes";
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

// Three orders, one each day; the first is complete, the second cancelled.
class LsrList : public testing::Test {
 protected:
  LsrList() {
    order_numbers(server_, kTwo);
    first_ = create_lsr(server_);
    server_.advance("1d");
    second_ = create_lsr(
        server_, with(with(lsr_of({"9192381470"}), "Pon", "second"), "CustomerOrderId", "Two"));
    server_.put(path_of(second_), "<LsrOrder><OrderStatus>CANCELLED</OrderStatus></LsrOrder>");
    server_.advance("1d");
    third_ = create_lsr(server_, with(lsr_of({"9192381467"}), "Pon", "third"));
  }
  Texts list(const std::string& query) {
    const Reply reply = server_.get(kLsrs + "?" + query);
    if (reply.status == 404) return {};
    EXPECT_EQ(reply.status, 200) << reply.body;
    const Texts ids = texts(reply.xml().root(), "LsrOrderSummary/OrderId");
    EXPECT_EQ(reply.text("TotalCount"), std::to_string(ids.size()));
    return ids;
  }

  Server server_;
  std::string first_, second_, third_;
};

TEST_F(LsrList, HasAllOfTheAccount) {
  EXPECT_EQ(list(""), (Texts{first_, second_, third_}));
  EXPECT_EQ(server_.get("/accounts/14/lsrorders").status, 404);
}

TEST_F(LsrList, IsNarrowedDownByStates) {
  EXPECT_EQ(list("status=COMPLETE"), Texts{first_});
  EXPECT_EQ(list("status=complete&status=PENDING"), (Texts{first_, third_}));
  EXPECT_EQ(list("status=CANCELLED,PENDING"), (Texts{second_, third_}));
  EXPECT_EQ(list("status=FAILED"), Texts{});
  EXPECT_EQ(server_.get(kLsrs + "?status=SUBMITTED").status, 400);
}

TEST_F(LsrList, IsNarrowedDownByWhatNamesAnOrder) {
  EXPECT_EQ(list("tn=9192381467"), (Texts{first_, third_}));
  EXPECT_EQ(list("pon=second"), Texts{second_});
  EXPECT_EQ(list("customerOrderId=Two"), Texts{second_});
  EXPECT_EQ(list("orderIdFragment=" + third_.substr(0, 8)), Texts{third_});
  EXPECT_EQ(list("orderIdFragment=" + third_.substr(1, 8)), Texts{});
  EXPECT_EQ(list("tn=9192381467&status=PENDING"), Texts{third_});
  EXPECT_EQ(list("pon=none"), Texts{});
}

TEST_F(LsrList, IsNarrowedDownByDates) {
  EXPECT_EQ(list("createdDateFrom=2025-06-03"), (Texts{second_, third_}));
  EXPECT_EQ(list("createdDateTo=2025-06-03"), (Texts{first_, second_}));
  EXPECT_EQ(list("createdDateFrom=2025-06-03&createdDateTo=2025-06-03"), Texts{second_});
  EXPECT_EQ(list("modifiedDateFrom=2025-06-04"), Texts{third_});
  EXPECT_EQ(list("modifiedDateTo=2025-06-02"), Texts{first_});
  EXPECT_EQ(server_.get(kLsrs + "?createdDateFrom=yesterday").status, 400);
}

TEST_F(LsrList, GoesBackTwoYearsUnlessItIsAskedForMore) {
  server_.advance("800d");
  EXPECT_EQ(list(""), Texts{});
  EXPECT_EQ(list("status=COMPLETE"), Texts{});
  EXPECT_EQ(list("pon=second"), Texts{second_});
  EXPECT_EQ(list("createdDateFrom=2025-06-01"), (Texts{first_, second_, third_}));
}

}  // namespace
}  // namespace irisim::test
