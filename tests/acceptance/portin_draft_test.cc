// A draft: changed freely, validated when it is submitted.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

using Codes = std::vector<std::string>;

const std::string kSubmit = "<ProcessingStatus>SUBMITTED</ProcessingStatus>";

std::string empty_draft(Server& server) {
  return create_portin(server, "<LnpOrder><ProcessingStatus>DRAFT</ProcessingStatus></LnpOrder>");
}

TEST(PortinDraft, TakesAnyChangeUnvalidated) {
  Server server;
  const std::string id = create_portin(server, draft_request());
  const Reply reply = supp(server, id,
                           "<SiteId>nowhere</SiteId><RequestedFocDate>soon</RequestedFocDate>"
                           "<BillingTelephoneNumber>1</BillingTelephoneNumber>"
                           "<Triggered>false</Triggered><Subscriber><ServiceAddress><Zip>x</Zip>"
                           "</ServiceAddress></Subscriber>");
  ASSERT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(reply.text("ProcessingStatus"), "DRAFT");
  const Reply read = server.get(kPortins + "/" + id);
  EXPECT_EQ(read.text("SiteId"), "nowhere");
  EXPECT_EQ(read.text("RequestedFocDate"), "soon");
  EXPECT_EQ(read.text("Triggered"), "false");
  EXPECT_EQ(read.text("Subscriber/ServiceAddress/Zip"), "x");
}

TEST(PortinDraft, HasItsNumbersValidatedIfThereAreAny) {
  Server server;
  const std::string id = create_portin(server, draft_request());
  const auto change = [&](const std::string& numbers) {
    return error_codes(
        supp(server, id, "<ListOfPhoneNumbers>" + numbers + "</ListOfPhoneNumbers>"));
  };
  EXPECT_EQ(change("<PhoneNumber>12</PhoneNumber>"), (Codes{"7201"}));
  EXPECT_EQ(change("<PhoneNumber>9194809871</PhoneNumber><PhoneNumber>9194809871</PhoneNumber>"),
            (Codes{"7502"}));
  EXPECT_EQ(change(""), Codes{});
  EXPECT_EQ(server.get(kPortins + "/" + id + "/totals").text("Count"), "0");
}

TEST(PortinDraft, IsSubmittedByItsStatusAndThenProcessed) {
  Server server;
  const std::string id = create_portin(server, draft_request());
  const Reply reply = supp(server, id, kSubmit);
  ASSERT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(reply.text("ProcessingStatus"), "SUBMITTED");
  server.advance("1h");
  EXPECT_EQ(status_of(server, id), "COMPLETE");
}

TEST(PortinDraft, CanBeFilledInTheRequestThatSubmitsIt) {
  Server server;
  const std::string id = empty_draft(server);
  std::string request = with(portin_request(), "ProcessingStatus", "SUBMITTED");
  const Reply reply = server.put(kPortins + "/" + id, request);
  ASSERT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(status_of(server, id), "SUBMITTED");
}

TEST(PortinDraft, IsLeftAsItWasWhenItCannotBeSubmitted) {
  Server server;
  const std::string id = empty_draft(server);
  const std::string before = server.get(kPortins + "/" + id).body;
  server.advance("1h");
  const Reply reply =
      supp(server, id, kSubmit + "<CustomerOrderId>NEW</CustomerOrderId><SiteId>743</SiteId>");
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(error_codes(reply), (Codes{"7103", "7104", "7115", "7101"}));
  EXPECT_EQ(
      departure(documented("PUT", "/accounts/{accountId}/portins/{orderid}", 400), reply.body), "");
  EXPECT_EQ(server.get(kPortins + "/" + id).body, before);
  EXPECT_EQ(server.advance("1h"), 0u);
}

TEST(PortinDraft, HasWhatItHeldBeforeValidatedWhenSubmitted) {
  Server server;
  const std::string id =
      create_portin(server, with(draft_request(), "RequestedFocDate", "2025-06-04T12:00:00Z"));
  server.advance("7d");
  EXPECT_EQ(error_codes(supp(server, id, kSubmit)), (Codes{"7208"}));
  EXPECT_EQ(supp(server, id, kSubmit + "<RequestedFocDate>2025-06-12</RequestedFocDate>").status,
            200);
}

TEST(PortinDraft, CannotTakeNumbersThatAreBusyWhenSubmitted) {
  Server server;
  const std::string id = create_portin(server, draft_request());
  const std::string other = create_portin(server);
  const Reply refused = supp(server, id, kSubmit);
  EXPECT_EQ(error_codes(refused), (Codes{"7205"}));
  EXPECT_EQ(texts(refused.xml().root(), "Errors/TelephoneNumbers/Tn"), (Codes{"9194809871"}));
  ASSERT_EQ(server.remove(kPortins + "/" + other).status, 200);
  EXPECT_EQ(supp(server, id, kSubmit).status, 200);
}

TEST(PortinDraft, CanOnlyBecomeSubmitted) {
  Server server;
  const std::string id = create_portin(server, draft_request());
  EXPECT_EQ(error_codes(supp(server, id, "<ProcessingStatus>FOC</ProcessingStatus>")),
            (Codes{"7372"}));
  EXPECT_EQ(supp(server, id, "<ProcessingStatus>DRAFT</ProcessingStatus>").status, 200);
  EXPECT_EQ(status_of(server, id), "DRAFT");
}

}  // namespace
}  // namespace irisim::test
