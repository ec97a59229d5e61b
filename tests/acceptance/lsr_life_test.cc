// What LSR orders come to: numbers leave, whichever account has them.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/lsrs.h"
#include "tests/support/numbers.h"
#include "tests/support/orders.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

TEST(LsrLife, NumbersLeaveWhicheverAccountHasThem) {
  Server server;
  order_numbers(server, {kLsrNumbers[0]}, "14");
  order_numbers(server, {kLsrNumbers[1]});
  const std::string id = create_lsr(server);
  server.advance("2s");
  EXPECT_EQ(lsr_status(server, id), "FOC");
  EXPECT_EQ(server.get("/accounts/14/inserviceNumbers/" + kLsrNumbers[0]).status, 200);
  server.advance("2s");
  EXPECT_EQ(lsr_status(server, id), "COMPLETE");
  EXPECT_EQ(server.get("/accounts/14/inserviceNumbers/totals").text("Count"), "0");
  EXPECT_EQ(server.get(kAccount + "/inserviceNumbers/totals").text("Count"), "0");
  EXPECT_EQ(lsr_history(server, id, "Status"), (Texts{"PENDING", "FOC", "COMPLETE"}));
  EXPECT_EQ(lsr_history(server, id, "Note"),
            (Texts{"LSR has been received by the system and is being processed",
                   "Port-out date has been set", "LSR is complete"}));
  EXPECT_EQ(lsr_history(server, id, "Difference"), Texts{"ActualFocDate : \"\" --> 2025-06-10"});
  EXPECT_EQ(lsr_history(server, id, "Author"), Texts{"anonymous"});
}

TEST(LsrLife, EachAccountThatLosesNumbersHasAPortOut) {
  Server server;
  order_numbers(server, {kLsrNumbers[0]}, "14");
  order_numbers(server, {kLsrNumbers[1]});
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
    EXPECT_EQ(*numbers.front().text(), kLsrNumbers[account == "14" ? 0 : 1]);
    const Reply reply = server.get("/accounts/" + account + "/portouts/" + id_of_one);
    EXPECT_EQ(reply.text("PON"), "ATT-011515-324234");
    EXPECT_EQ(reply.text("SPID"), "123C");
  }
}

// The account that has lost it may not see the order that took it.
TEST(LsrLife, ANumberThatHasLeftNamesThePortOutOfItsAccount) {
  Server server;
  order_numbers(server, {kLsrNumbers[0]}, "14");
  create_lsr(server, lsr_of({kLsrNumbers[0]}));
  server.advance("1h");
  const Reply list = server.get("/accounts/14/portouts");
  const std::string port_out = list.text("lnpPortInfoForGivenStatus/OrderId");
  const Reply number = server.get("/tns/" + kLsrNumbers[0]);
  EXPECT_EQ(number.text("OrderId"), port_out);
  EXPECT_EQ(number.text("OrderType"), "PORT_OUT_ORDER");
  const Texts history = texts(server.get("/tns/" + kLsrNumbers[0] + "/history").xml().root(),
                              "TelephoneNumberStatuses/TelephoneNumberStatus/OrderId");
  ASSERT_FALSE(history.empty());
  EXPECT_EQ(history.back(), port_out);
}

TEST(LsrLife, ANumberThatHasLeftIsNotTheInventorysAnyMore) {
  Server server;
  order_numbers(server, {kLsrNumbers[0]});
  create_lsr(server, lsr_of({kLsrNumbers[0]}));
  server.advance("1h");
  EXPECT_EQ(server.get("/tns/" + kLsrNumbers[0]).text("Status"), "PortOut");
  const Reply found = server.get(kAccount + "/availableNumbers?npaNxxx=9192381&quantity=500");
  EXPECT_EQ(found.body.find(kLsrNumbers[0]), std::string::npos);
  EXPECT_NE(found.body.find("9192381138"), std::string::npos);
  const std::string order = create(server, kAccount + "/orders", existing_order({kLsrNumbers[0]}));
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
  order_numbers(server, {kLsrNumbers[0]}, "14");
  const std::string partial = create_lsr(server);
  server.advance("1h");
  const Reply order = server.get(lsr_path(partial));
  EXPECT_EQ(order.text("OrderStatus"), "PARTIAL");
  EXPECT_EQ(order.text("LsrOrderErrors/LsrOrderError/Code"), "17030");
  EXPECT_EQ(order.text("LsrOrderErrors/LsrOrderError/Description"),
            "LSR order completion failed, some numbers are not activated: [9192381467].");
  EXPECT_EQ(server.get("/accounts/14/inserviceNumbers/totals").text("Count"), "0");

  const std::string failed = create_lsr(server, with(lsr_request(), "Pon", "another"));
  server.advance("1h");
  EXPECT_EQ(lsr_status(server, failed), "FAILED");
  EXPECT_EQ(lsr_codes(server.get(lsr_path(failed))), Texts{"17030"});
}

}  // namespace
}  // namespace irisim::test
