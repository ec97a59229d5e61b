// A port-in from its creation to its end, as a client and a tester see it.

#include <gtest/gtest.h>

#include "tests/support/portins.h"
#include "tests/support/server.h"

namespace irisim::test {
namespace {

TEST(PortinLife, TheContractsExampleIsAcceptedAndCompletesByItself) {
  Server server;
  const Reply created = server.post("/api" + kPortins, portin_request());
  ASSERT_EQ(created.status, 201) << created.body;
  EXPECT_EQ(created.text("ProcessingStatus"), "PENDING_DOCUMENTS");
  const std::string id = created.text("OrderId");
  EXPECT_TRUE(created.header("Location").ends_with("/api" + kPortins + "/" + id));

  EXPECT_EQ(server.advance("500ms"), 0u);
  EXPECT_EQ(server.advance("5d"), 3u);
  EXPECT_EQ(server.get(kPortins + "/" + id).text("ProcessingStatus"), "COMPLETE");

  const xml::Document history = server.get(kPortins + "/" + id + "/history").xml();
  std::vector<std::string> told;
  for (const xml::Element entry : history.root().children()) {
    told.push_back(std::string(entry.text("Status")) + ": " + std::string(entry.text("Note")));
  }
  EXPECT_EQ(told, (std::vector<std::string>{
                      "PENDING_DOCUMENTS: LOA required", "SUBMITTED: Order has been created",
                      "FOC: Order waiting for activation", "COMPLETE: Order is complete"}));
}

}  // namespace
}  // namespace irisim::test
