// The history of a port-in.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

constexpr char kPath[] = "/accounts/{accountId}/portins/{orderid}/history";

Reply history(Server& server, const std::string& id) {
  return server.get(kPortins + "/" + id + "/history");
}

Texts column(Server& server, const std::string& id, const std::string& element) {
  return texts(history(server, id).xml().root(), "OrderHistory/" + element);
}

// As in the contract's example, but that an order leaves its exception only for SUBMITTED.
TEST(PortinHistory, TellsTheDocumentedStory) {
  Server server;
  const Reply created =
      server.post(kPortins, portin_request(), {{"Authorization", "Basic amJtOnNlY3JldA=="}});
  const std::string id = created.text("OrderId");
  server.advance("1s");
  const Reply broken = server.post(
      "/__admin/orders/" + id + "/transition",
      "{\"to\":\"EXCEPTION\",\"error\":7999,\"note\":\"E37 TN not found in PPS (PPS)\"}");
  ASSERT_EQ(broken.status, 200) << broken.body;
  transition(server, id, "SUBMITTED");
  server.advance("1h");

  EXPECT_EQ(departure(documented("GET", kPath, 200), history(server, id).body), "");
  EXPECT_EQ(
      column(server, id, "Note"),
      (Texts{"LOA required", "Order has been created", "7999: E37 TN not found in PPS (PPS)",
             "Order has been resubmitted", "Order waiting for activation", "Order is complete"}));
  EXPECT_EQ(column(server, id, "Author"),
            (Texts{"jbm", "System", "System", "System", "System", "System"}));
  EXPECT_EQ(column(server, id, "Status"),
            (Texts{"PENDING_DOCUMENTS", "SUBMITTED", "EXCEPTION", "SUBMITTED", "FOC", "COMPLETE"}));
  EXPECT_EQ(
      column(server, id, "OrderDate"),
      (Texts{"2025-06-02T09:00:00.000Z", "2025-06-02T09:00:01.000Z", "2025-06-02T09:00:01.000Z",
             "2025-06-02T09:00:01.000Z", "2025-06-02T09:00:03.000Z", "2025-06-02T09:00:05.000Z"}));
  EXPECT_EQ(column(server, id, "Difference"),
            (Texts{"LoaDate : \"\" --> Mon Jun 02 09:00:01 UTC 2025"}));
}

TEST(PortinHistory, TellsWhatASuppChangedAndWho) {
  Server server;
  const std::string id = create_portin(server);
  const Reply reply = server.put(
      kPortins + "/" + id,
      "<LnpOrderSupp><CustomerOrderId>A1</CustomerOrderId><NewBillingTelephoneNumber/>"
      "<Subscriber><FirstName>Eve</FirstName></Subscriber><LoaAuthorizingPerson>The Authguy"
      "</LoaAuthorizingPerson></LnpOrderSupp>",
      {{"Authorization", "Basic amJtOnNlY3JldA=="}});
  ASSERT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(column(server, id, "Status"), (Texts{"PENDING_DOCUMENTS", "REQUESTED_SUPP"}));
  EXPECT_EQ(column(server, id, "Author").back(), "jbm");
  const std::string difference = column(server, id, "Difference").front();
  EXPECT_EQ(difference,
            "CustomerOrderId : \"\" --> A1\n"
            "NewBillingTelephoneNumber : 9175131245 --> \"\"\n"
            "FirstName : First --> Eve");
}

TEST(PortinHistory, IsNotThereForADraft) {
  Server server;
  const std::string id = create_portin(server, draft_request());
  const Reply reply = history(server, id);
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(outline(reply.body),
            outline(std::string(documented("GET", kPath, 200).find("draft")->body)));
  EXPECT_EQ(reply.text("IrisStatus/Code"), "7710");
  EXPECT_EQ(reply.text("IrisStatus/Description"),
            "History is not supported for bulk port-ins or individual port-ins in draft status.");
}

TEST(PortinHistory, OfASubmittedDraftBeginsWithItsSubmission) {
  Server server;
  const std::string id = create_portin(server, draft_request());
  supp(server, id, "<CustomerOrderId>A1</CustomerOrderId>");
  supp(server, id, "<ProcessingStatus>SUBMITTED</ProcessingStatus>");
  EXPECT_EQ(column(server, id, "Status"), (Texts{"SUBMITTED"}));
}

TEST(PortinHistory, OfAnUnknownOrderIsNotFoundWithoutABody) {
  Server server;
  const Reply reply = history(server, std::string(36, '0'));
  EXPECT_EQ(reply.status, 404);
  EXPECT_EQ(reply.body, "");
}

}  // namespace
}  // namespace irisim::test
