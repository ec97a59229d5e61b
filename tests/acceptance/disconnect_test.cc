// Disconnects: numbers go out of service, age, and can be ordered again.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/errors.h"
#include "tests/support/numbers.h"
#include "tests/support/orders.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

const std::string kOrders = kAccount + "/orders";
const std::string kDisconnects = kAccount + "/disconnects";

// How an order of the number ends.
std::string outcome_of_order(Server& server, const std::string& number) {
  const std::string id = create(server, kOrders, existing_order({number}));
  server.advance("1s");
  return server.get(kOrders + "/" + id).text("OrderStatus");
}

Reply finished(Server& server, const std::string& body) {
  const std::string id = create(server, kDisconnects, body);
  server.advance("1s");
  return server.get(kDisconnects + "/" + id);
}

TEST(Disconnect, TakesNumbersOutOfService) {
  Server server;
  order_numbers(server, {"9192381138", "9192381139"});
  const Reply created = server.post(kDisconnects, disconnect_order({"9192381138", "9192381139"}));
  ASSERT_EQ(created.status, 201) << created.body;
  EXPECT_EQ(created.text("orderRequest/DisconnectTelephoneNumberOrderType/DisconnectMode"),
            "normal");
  EXPECT_EQ(created.text("orderRequest/DisconnectTelephoneNumberOrderType/Protected"), "UNCHANGED");
  const std::string path = kDisconnects + "/" + created.text("orderRequest/id");
  EXPECT_TRUE(created.header("Location").ends_with(path));
  EXPECT_EQ(server.get(path).text("OrderStatus"), "RECEIVED");
  server.advance("1s");
  const Reply order = server.get(path);
  EXPECT_EQ(order.text("OrderStatus"), "COMPLETE");
  EXPECT_EQ(texts(order.xml().root(), "DisconnectedTelephoneNumberList/TelephoneNumber"),
            (Numbers{"9192381138", "9192381139"}));
}

TEST(Disconnect, NumbersAgeBeforeTheyCanBeOrderedAgain) {
  Server server;
  order_numbers(server, {"9192381138"});
  disconnect(server, {"9192381138"});
  EXPECT_EQ(outcome_of_order(server, "9192381138"), "FAILED");
  server.advance("60s");
  EXPECT_EQ(outcome_of_order(server, "9192381138"), "COMPLETE");
}

TEST(Disconnect, APurgedNumberDoesNotAge) {
  Server server;
  order_numbers(server, {"9192381138"});
  disconnect(server, {"9192381138"}, "<DisconnectMode>purge</DisconnectMode>");
  EXPECT_EQ(outcome_of_order(server, "9192381138"), "COMPLETE");
}

TEST(Disconnect, ANumberThatWasPortedInGoesBackWhereItCameFrom) {
  Server server;
  for (const char* protection : {"TRUE", "UNCHANGED"}) {
    put_in_service(server, {"9194809871"});
    disconnect(server, {"9194809871"}, "<Protected>" + std::string(protection) + "</Protected>");
    server.advance("60s");
    EXPECT_EQ(outcome_of_order(server, "9194809871"), "FAILED") << protection;
  }
}

TEST(Disconnect, ProtectsNoTollFreeNumber) {
  Server server;
  const std::string number = available_toll_free_number();
  const std::string search =
      kAccount + "/availableNumbers?quantity=1&tollFreeWildCardPattern=" + number.substr(0, 2) +
      "*";
  ASSERT_EQ(server.get(search).text("TelephoneNumberList/TelephoneNumber"), number);
  order_numbers(server, {number});
  disconnect(server, {number}, "<Protected>TRUE</Protected>");
  server.advance("60s");
  EXPECT_EQ(server.get(search).text("TelephoneNumberList/TelephoneNumber"), number);
}

TEST(Disconnect, SaysWhichNumbersItCouldNotTake) {
  Server server;
  order_numbers(server, {"9192381138"});
  order_numbers(server, {"9192381139"}, "14");
  const Reply partial =
      finished(server, disconnect_order({"9192381138", "9192381139", "9192381140"}));
  EXPECT_EQ(partial.text("OrderStatus"), "PARTIAL");
  EXPECT_EQ(listed_codes(partial), (std::vector<std::string>{"5074", "5076"}));
  EXPECT_EQ(texts(partial.xml().root(), "ErrorList/Error/TelephoneNumbers/TelephoneNumber"),
            (Numbers{"9192381140", "9192381139"}));
  const Reply failed = finished(server, disconnect_order({"9192381139"}));
  EXPECT_EQ(failed.text("OrderStatus"), "FAILED");
  EXPECT_EQ(listed_codes(failed), std::vector<std::string>{"5076"});
  EXPECT_FALSE(failed.xml().root().child("DisconnectedTelephoneNumberList"));
}

TEST(Disconnect, BreaksNoRuleSilently) {
  struct Case {
    std::string body, code;
  };
  const Case kCases[] = {
      {disconnect_order({}), "5212"},
      {disconnect_order({"9192381138", "9192381138"}), "5093"},
      {disconnect_order({"9192381138", "919238113"}), "5002"},
      {disconnect_order({"919238113"}), "5214"},
      {disconnect_order({"9192381138"}, "<DisconnectMode>soft</DisconnectMode>"), "5084"},
      {disconnect_order({"9192381138"}, "<Protected>MAYBE</Protected>"), "5108"},
      {disconnect_order({"9192381138"},
                        "<DisconnectMode>purge</DisconnectMode><Protected>TRUE</Protected>"),
       "5109"},
  };
  Server server;
  for (const auto& [body, code] : kCases) {
    const Reply reply = server.post(kDisconnects, body);
    EXPECT_EQ(reply.status, 400) << reply.body;
    EXPECT_EQ(listed_codes(reply), std::vector<std::string>{code});
    EXPECT_TRUE(reply.xml().root().child("orderRequest"));
  }
  const std::string name(51, 'n');
  const Reply reply = server.post(
      kDisconnects, "<DisconnectTelephoneNumberOrder><name>" + name +
                        "</name><DisconnectTelephoneNumberOrderType><TelephoneNumberList>"
                        "<TelephoneNumber>9192381138</TelephoneNumber></TelephoneNumberList>"
                        "</DisconnectTelephoneNumberOrderType></DisconnectTelephoneNumberOrder>");
  EXPECT_EQ(listed_codes(reply), std::vector<std::string>{"5002"});
  EXPECT_EQ(server.get(kDisconnects).status, 404) << "nothing is left of refused orders";
}

TEST(Disconnect, ChangesTheProtectionOfNumbers) {
  Server server;
  const auto is_found = [&](const std::string& protection) {
    const Reply reply =
        server.get(kAccount + "/availableNumbers?npaNxxx=9192381&protected=" + protection);
    return reply.body.find("9192381138") != std::string::npos;
  };
  EXPECT_TRUE(is_found("NONE"));
  order_numbers(server, {"9192381138"});
  disconnect(server, {"9192381138"}, "<Protected>TRUE</Protected>");
  server.advance("60s");
  EXPECT_FALSE(is_found("NONE"));
  EXPECT_TRUE(is_found("ONLY"));
  order_numbers(server, {"9192381138"});
  disconnect(server, {"9192381138"});
  server.advance("60s");
  EXPECT_TRUE(is_found("ONLY")) << "UNCHANGED";
  order_numbers(server, {"9192381138"});
  disconnect(server, {"9192381138"}, "<Protected>FALSE</Protected>");
  server.advance("60s");
  EXPECT_TRUE(is_found("NONE"));
}

TEST(Disconnect, AreListed) {
  Server server;
  order_numbers(server, {"9192381138"});
  disconnect(server, {"9192381138"});
  const Reply list = server.get(kDisconnects + "?page=1&size=10");
  const xml::Document document = list.xml();
  const xml::Element entry = document.root().at("ListOrderIdUserIdDate/OrderIdUserIdDate");
  EXPECT_EQ(entry.text("OrderType"), "disconnect");
  EXPECT_EQ(entry.text("CountOfTNs"), "1");
  EXPECT_EQ(entry.text("OrderStatus"), "COMPLETE");
  EXPECT_FALSE(entry.text("OrderId").empty());
  EXPECT_EQ(server.get(kDisconnects + "?status=FAILED").status, 404);
  EXPECT_EQ(server.get(kDisconnects + "?startdate=2025-06-02").status, 400);
}

TEST(DisconnectedNumbers, HaveTheDateOfTheirDisconnectWhetherTheyAgeOrNot) {
  Server server;
  order_numbers(server, {"9192381138", "9192381139"});
  server.advance("14h59m30s");  // to half a minute before midnight
  create(server, kDisconnects, disconnect_order({"9192381138"}));
  const std::string path = kAccount + "/discnumbers";
  const std::string that_day = "?startdate=2025-06-02&enddate=2025-06-02";
  EXPECT_EQ(server.get(path + "/totals").text("Count"), "0") << "it is not carried out yet";
  disconnect(server, {"9192381139"}, "<DisconnectMode>purge</DisconnectMode>");
  EXPECT_EQ(server.get(path + "/totals" + that_day).text("Count"), "2");
  server.advance("1d");  // the numbers are to be had again
  EXPECT_EQ(texts(server.get(path + that_day).xml().root(), "TelephoneNumbers/TelephoneNumber"),
            (Numbers{"9192381138", "9192381139"}));
  EXPECT_EQ(server.get(path + "/totals" + that_day).text("Count"), "2");
}

TEST(DisconnectedNumbers, AreThoseOfTheAccountWithinDates) {
  Server server;
  order_numbers(server, {"9192381138", "9192381139", "9192381140"});
  disconnect(server, {"9192381139"});
  server.advance("1d");
  disconnect(server, {"9192381138", "9192381140"});
  const std::string path = kAccount + "/discnumbers";
  const auto list = [&](const std::string& query) {
    return texts(server.get(path + query).xml().root(), "TelephoneNumbers/TelephoneNumber");
  };
  EXPECT_EQ(list("?page=1&size=10"), (Numbers{"9192381138", "9192381139", "9192381140"}));
  const Reply page = server.get(path + "?page=1&size=2");
  EXPECT_EQ(page.text("TotalCount"), "3");
  EXPECT_EQ(page.text("TelephoneNumbers/Count"), "2");
  EXPECT_NE(page.text("Links/next").find("page=9192381140&size=2"), std::string::npos);
  EXPECT_EQ(list("?page=9192381140&size=2"), Numbers{"9192381140"});
  EXPECT_EQ(list("?page=1&size=10&startdate=25-06-02&enddate=25-06-02"), Numbers{"9192381139"});
  EXPECT_EQ(server.get(path + "/totals").text("Count"), "3");
  EXPECT_EQ(server.get(path + "/totals?startdate=2025-06-03&enddate=2025-06-03").text("Count"),
            "2");
  EXPECT_EQ(server.get("/accounts/14/discnumbers/totals").text("Count"), "0");
  EXPECT_EQ(server.get(path + "?startdate=2025-06-02").status, 400);
  EXPECT_EQ(server.get(path + "?page=zero").text("ResponseStatus/ErrorCode"), "4018");
}

}  // namespace
}  // namespace irisim::test
