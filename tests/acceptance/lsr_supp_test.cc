// Changes and cancellations of LSR orders.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/lsrs.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

void control(Server& server, const std::string& id, const std::string& body) {
  const Reply reply = server.post("/__admin/orders/" + id + "/transition", body);
  EXPECT_EQ(reply.status, 200) << reply.body;
}

TEST(LsrSupp, ChangesTheOrderAndBeginsAnew) {
  Server server;
  const std::string id = create_lsr(server);
  server.advance("2s");
  EXPECT_EQ(lsr_status(server, id), "FOC");
  const std::string request =
      with(with(lsr_supp(), "RequestedFocDate", "2025-06-12"), "Subscriber/PinNumber", "77");
  const Reply changed = server.put(lsr_path(id), request);
  ASSERT_EQ(changed.status, 200) << changed.body;
  EXPECT_EQ(changed.text("LsrOrder/OrderStatus"), "PENDING");
  EXPECT_EQ(changed.text("LsrOrder/PonVersion"), "1");
  EXPECT_EQ(changed.text("LsrOrder/Subscriber/PinNumber"), "77");
  EXPECT_EQ(changed.text("LsrOrder/Pon"), "ATT-011515-324234");
  server.advance("2s");
  EXPECT_EQ(lsr_history(server, id, "Difference"),
            (Texts{"ActualFocDate : \"\" --> 2025-06-10",
                   "RequestedFocDate : 2025-06-10 --> 2025-06-12\nPinNumber : 1231 --> 77\n"
                   "ActualFocDate : 2025-06-10 --> \"\"",
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
  EXPECT_EQ(server.put(lsr_path(id), request).status, 200);
  const Reply order = server.get(lsr_path(id));
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
  const std::string path = lsr_path(created.text("LsrOrder/OrderId"));
  EXPECT_EQ(server.put(path, as_created.compact()).status, 200);
}

TEST(LsrSupp, AFocDateThatHasPassedMayBeEchoed) {
  Server server;
  const std::string id = create_lsr(server, with(lsr_request(), "RequestedFocDate", "2025-06-03"));
  control(server, id, R"({"to":"EXCEPTION","error":7512})");
  server.advance("3d");
  const Reply changed = server.put(lsr_path(id), server.get(lsr_path(id)).body);
  EXPECT_EQ(changed.status, 200) << changed.body;
  EXPECT_EQ(lsr_codes(server.put(lsr_path(id), with(lsr_supp(), "RequestedFocDate", "2025-06-04"))),
            Texts{"7208"});
}

TEST(LsrSupp, BringsAnOrderBackFromItsException) {
  Server server;
  const std::string id = create_lsr(server);
  control(server, id, R"({"to":"EXCEPTION","error":7513})");
  EXPECT_EQ(lsr_codes(server.get(lsr_path(id))), Texts{"7513"});
  server.advance("30d");
  EXPECT_EQ(lsr_status(server, id), "EXCEPTION");
  const std::string request =
      with(with(lsr_supp(), "RequestedFocDate", "2025-07-08"), "OverrideValidation", "true");
  const Reply changed = server.put(lsr_path(id), request);
  EXPECT_EQ(changed.text("LsrOrder/OrderStatus"), "PENDING") << changed.body;
  EXPECT_EQ(server.get(lsr_path(id)).text("LsrOrderErrors/LsrOrderError/Code"), "");
}

// The documented example of a refusal.
TEST(LsrSupp, ARefusalChangesNothingAndSaysFailed) {
  Server server;
  const std::string id = create_lsr(server);
  const Reply refused =
      server.put(lsr_path(id), with(without(lsr_supp(), "AuthorizingPerson"), "SPID", "1234"));
  EXPECT_EQ(refused.status, 400);
  EXPECT_EQ(refused.text("ResponseStatus/ErrorCode"), "400");
  EXPECT_EQ(lsr_codes(refused), (Texts{"17023", "17020"}));
  EXPECT_EQ(refused.text("LsrOrder/OrderStatus"), "FAILED");
  EXPECT_EQ(refused.text("LsrOrder/OrderId"), id);
  EXPECT_EQ(refused.text("LsrOrder/AuthorizingPerson"), "Jim Hopkins");
  EXPECT_EQ(refused.text("LsrOrder/SPID"), "1234");
  EXPECT_EQ(refused.text("LsrOrder/Subscriber/ServiceAddress/AddressType"), "Service");
  const Reply order = server.get(lsr_path(id));
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
    const Reply refused = server.put(lsr_path(id), request);
    EXPECT_EQ(refused.status, 400);
    EXPECT_EQ(lsr_codes(refused), Texts{"17015"});
  }
  EXPECT_EQ(lsr_status(server, id), "FAILED");
}

TEST(LsrCancellation, LeavesTheOrderAsItWas) {
  Server server;
  const std::string id = create_lsr(server);
  const Reply cancelled =
      server.put(lsr_path(id),
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
      server.put(lsr_path(id),
                 with(with(lsr_supp(), "CustomerOrderId", "another"), "OrderStatus", "cancelled"));
  EXPECT_EQ(cancelled.status, 200);
  EXPECT_EQ(lsr_codes(cancelled), Texts{"17018"});
  const Reply order = server.get(lsr_path(id));
  EXPECT_EQ(order.text("OrderStatus"), "CANCELLED");
  EXPECT_EQ(order.text("CustomerOrderId"), "FineCustomerid");
  EXPECT_EQ(order.text("LsrOrderErrors/LsrOrderError/Code"), "17018");
}

}  // namespace
}  // namespace irisim::test
