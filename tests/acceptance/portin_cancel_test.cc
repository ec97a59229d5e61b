// DELETE of a port-in.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

using Codes = std::vector<std::string>;

TEST(PortinCancel, DeletesADraft) {
  Server server;
  const std::string id = create_portin(server, draft_request());
  add_loa(server, id);
  const Reply reply = server.remove(kPortins + "/" + id);
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.body, "");
  EXPECT_EQ(server.get(kPortins + "/" + id).status, 404);
  EXPECT_EQ(server.get(kPortins + "?page=1&size=9&status=draft").text("TotalCount"), "0");
  EXPECT_EQ(server.remove(kPortins + "/" + id).status, 404);
}

TEST(PortinCancel, EndsAnOrderInEachStateThatIsPending) {
  const std::vector<std::string> kWays[] = {{},
                                            {"SUBMITTED"},
                                            {"SUBMITTED", "FOC"},
                                            {"REQUESTED_SUPP"},
                                            {"EXCEPTION"},
                                            {"REQUESTED_CANCEL"}};
  Server server;
  for (const std::vector<std::string>& way : kWays) {
    const std::string id = create_portin(server);  // the number is free again each time
    for (const std::string& state : way) transition(server, id, state);
    const std::string from = status_of(server, id);
    const Reply reply = server.remove(kPortins + "/" + id);
    EXPECT_EQ(reply.status, 200) << from << "\n" << reply.body;
    EXPECT_EQ(reply.body, "");
    EXPECT_EQ(status_of(server, id), "CANCELLED") << from;
    EXPECT_EQ(server.advance("1d"), 0u) << from;
  }
}

TEST(PortinCancel, FreesTheNumbers) {
  Server server;
  const std::string id = create_portin(server);
  const Reply busy = server.post(kPortins, portin_request());
  EXPECT_EQ(error_codes(busy), (Codes{"7205"}));
  EXPECT_EQ(texts(busy.xml().root(), "Errors/TelephoneNumbers/Tn"), (Codes{"9194809871"}));
  ASSERT_EQ(server.remove(kPortins + "/" + id).status, 200);
  create_portin(server);
}

TEST(PortinCancel, IsRefusedByACompleteOrder) {
  Server server;
  const std::string id = create_portin(server);
  server.advance("1h");
  const Reply reply = server.remove(kPortins + "/" + id);
  EXPECT_EQ(reply.status, 400);
  const catalog::Outcome& outcome =
      documented("DELETE", "/accounts/{accountId}/portins/{orderid}", 400);
  EXPECT_EQ(outline(reply.body), outline(std::string(outcome.examples.front().body)));
  EXPECT_EQ(reply.text("OrderId"), id);
  EXPECT_EQ(error_codes(reply), (Codes{"7304"}));
  EXPECT_EQ(reply.text("Errors/Description"),
            "The order is already complete and cannot be modified or cancelled");
  EXPECT_EQ(reply.text("ProcessingStatus"), "EXCEPTION");
  EXPECT_EQ(status_of(server, id), "COMPLETE");
}

TEST(PortinCancel, IsRefusedByACancelledOrder) {
  Server server;
  const std::string id = create_portin(server);
  ASSERT_EQ(server.remove(kPortins + "/" + id).status, 200);
  const Reply reply = server.remove(kPortins + "/" + id);
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(error_codes(reply), (Codes{"7303"}));
}

TEST(PortinCancel, OfAnUnknownOrderIsNotFound) {
  Server server;
  EXPECT_EQ(server.remove(kPortins + "/" + std::string(36, '0')).status, 404);
}

}  // namespace
}  // namespace irisim::test
