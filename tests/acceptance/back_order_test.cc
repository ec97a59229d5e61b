// A new-number order that waits for numbers: how it goes on, and how its client ends it.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/errors.h"
#include "tests/support/orders.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

const std::string kOrders = kAccount + "/orders";

// All of SILER CITY's three numbers, which the test knows by ordering them.
class BackOrder : public testing::Test {
 protected:
  BackOrder() {
    const std::string id = create(server_, kOrders, request("3", ""));
    server_.advance("1s");
    taken_ = texts(server_.get(kOrders + "/" + id + "/tns").xml().root(), "TelephoneNumber");
    EXPECT_EQ(taken_.size(), 3u);
  }

  static std::string request(const std::string& quantity, const std::string& elements) {
    return number_order(elements +
                        "<RateCenterSearchAndOrderType><RateCenter>SILER CITY</RateCenter>"
                        "<State>NC</State><Quantity>" +
                        quantity + "</Quantity></RateCenterSearchAndOrderType>");
  }

  std::string back_order(const std::string& quantity, const std::string& elements = "") {
    const std::string id =
        create(server_, kOrders,
               request(quantity, "<BackOrderRequested>true</BackOrderRequested>" + elements));
    server_.advance("1s");
    return id;
  }

  // Gives numbers of the rate center back, at once.
  void purge(const Numbers& numbers) {
    disconnect(server_, numbers, "<DisconnectMode>purge</DisconnectMode>");
  }

  Reply get(const std::string& id) { return server_.get(kOrders + "/" + id); }

  Server server_;
  Numbers taken_;
};

TEST_F(BackOrder, TriesAgainUntilItIsFilled) {
  const std::string id = back_order("2");
  Reply order = get(id);
  EXPECT_EQ(order.text("OrderStatus"), "BACKORDERED") << order.body;
  EXPECT_EQ(order.text("ErrorList/Error/Code"), "5521");
  EXPECT_EQ(order.text("CompletedQuantity"), "0");

  purge({taken_[0]});
  server_.advance("10s");
  order = get(id);
  EXPECT_EQ(order.text("OrderStatus"), "BACKORDERED");
  EXPECT_EQ(order.text("ErrorList/Error/Code"), "5520");
  EXPECT_EQ(order.text("CompletedQuantity"), "1");
  EXPECT_EQ(order.text("FailedQuantity"), "0");
  const xml::Document past = server_.get("/tns/" + taken_[0] + "/history").xml();
  const std::string kStatus = "TelephoneNumberStatuses/TelephoneNumberStatus/";
  EXPECT_EQ(texts(past.root(), kStatus + "Status").back(), "Inservice");
  EXPECT_EQ(texts(past.root(), kStatus + "OrderId").back(), id);

  purge({taken_[1]});
  server_.advance("10s");
  order = get(id);
  EXPECT_EQ(order.text("OrderStatus"), "COMPLETE");
  EXPECT_FALSE(order.xml().root().child("ErrorList"));
  EXPECT_EQ(texts(order.xml().root(), "CompletedNumbers/TelephoneNumber/FullNumber"),
            (Numbers{taken_[0], taken_[1]}));
  const std::vector<std::string> states =
      texts(server_.get(kOrders + "/" + id + "/history").xml().root(), "OrderHistory/Status");
  EXPECT_EQ(states.front(), "RECEIVED");
  EXPECT_EQ(states[1], "BACKORDERED");
  EXPECT_EQ(states.back(), "COMPLETE");
}

TEST_F(BackOrder, TakesAllAtOnceWhenPartsAreNotAllowed) {
  const std::string id = back_order("2", "<PartialAllowed>false</PartialAllowed>");
  purge({taken_[0]});
  server_.advance("10s");
  EXPECT_EQ(get(id).text("CompletedQuantity"), "0");
  purge({taken_[1]});
  server_.advance("10s");
  EXPECT_EQ(get(id).text("OrderStatus"), "COMPLETE");
  EXPECT_EQ(get(id).text("CompletedQuantity"), "2");
}

TEST_F(BackOrder, IsClosedByItsClientAndKeepsWhatItHas) {
  const std::string nothing = back_order("1");
  Reply reply =
      server_.put(kOrders + "/" + nothing, "<Order><CloseOrder>true</CloseOrder></Order>");
  EXPECT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(get(nothing).text("OrderStatus"), "FAILED");
  EXPECT_EQ(listed_codes(get(nothing)), Numbers{"5018"}) << "it waits no longer";

  const std::string id = back_order("2");
  purge({taken_[0]});
  server_.advance("10s");
  reply = server_.put(kOrders + "/" + id, "<Order><CloseOrder>true</CloseOrder></Order>");
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(get(id).text("OrderStatus"), "PARTIAL");
  EXPECT_EQ(get(id).text("CompletedQuantity"), "1");
  EXPECT_EQ(listed_codes(get(id)), Numbers{"5017"});
  purge({taken_[1]});
  server_.advance("1m");
  EXPECT_EQ(get(id).text("CompletedQuantity"), "1") << "a closed order gets no more";

  reply = server_.put(kOrders + "/" + id, "<Order><CloseOrder>true</CloseOrder></Order>");
  EXPECT_EQ(reply.status, 400);
  EXPECT_NE(reply.body.find("5060"), std::string::npos) << reply.body;
}

TEST_F(BackOrder, ChangesItsNameAndCustomerOrderId) {
  const std::string id = back_order("1");
  const std::string path = kOrders + "/" + id;
  EXPECT_EQ(
      server_.put(path, "<Order><Name>Other</Name><CustomerOrderId>hello</CustomerOrderId></Order>")
          .status,
      200);
  EXPECT_EQ(get(id).text("Order/Name"), "Other");
  EXPECT_EQ(get(id).text("Order/CustomerOrderId"), "hello");
  EXPECT_EQ(get(id).text("OrderStatus"), "BACKORDERED");
  const xml::Document history = server_.get(path + "/history").xml();
  EXPECT_EQ(texts(history.root(), "OrderHistory/Difference"),
            Numbers{"Name : New numbers --> Other\nCustomerOrderId : \"\" --> hello"});
  EXPECT_EQ(
      server_.get(kOrders + "?customerOrderId=hello").text("ListOrderIdUserIdDate/TotalCount"),
      "1");
  EXPECT_EQ(server_.put(path, "<Order><CustomerOrderId>a_b</CustomerOrderId></Order>").status, 400);
  const Reply reply = server_.put(path, "<Order><CloseOrder>maybe</CloseOrder></Order>");
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(listed_codes(reply), Numbers{"5002"});
  EXPECT_EQ(get(id).text("OrderStatus"), "BACKORDERED");
}

}  // namespace
}  // namespace irisim::test
