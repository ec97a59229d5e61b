// What an account may do with its numbers only if it has the feature for it.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/errors.h"
#include "tests/support/numbers.h"
#include "tests/support/orders.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

using Codes = std::vector<std::string>;

const std::string kProtected = "<TnAttributes><TnAttribute>Protected</TnAttribute></TnAttributes>";
const std::string kNumber = "9192381138";

std::string protected_order(const Numbers& numbers) {
  return replaced(existing_order(numbers), "</Order>", kProtected + "</Order>");
}

// An account that may order and port, and nothing else.
void without_protection(app::ServerOptions& options) {
  with_features(options, "ORDERING, LNP");
}

TEST(AccountFeatures, OrderingIsNeededForOrders) {
  Server server;
  const Reply reply = server.post(kBareAccount + "/orders", existing_order({kNumber}));
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(listed_codes(reply), Codes{"5183"});
  EXPECT_EQ(reply.text("ErrorList/Error/Description"),
            "Ordering is not enabled on the specified account");
  EXPECT_EQ(server.get(kBareAccount + "/orders").status, 404);
  EXPECT_EQ(server.post(kAccount + "/orders", existing_order({kNumber})).status, 201);
}

TEST(AccountFeatures, ReservationIsNeededForReservations) {
  Server server;
  const std::string request = "<Reservation><ReservedTn>" + kNumber + "</ReservedTn></Reservation>";
  const Reply reply = server.post(kBareAccount + "/tnreservation", request);
  EXPECT_EQ(expect_xml_error(reply, 400), "Reservation not allowed for account 9900001 .");
  EXPECT_EQ(reply.text("ResponseStatus/ErrorCode"), "5046");
  EXPECT_EQ(server.post(kAccount + "/tnreservation", request).status, 201);
}

TEST(AccountFeatures, LnpIsNeededForPortIns) {
  Server server;
  for (const std::string& request : {portin_request(), draft_request()}) {
    const Reply reply = server.post(kBareAccount + "/portins", request);
    EXPECT_EQ(reply.status, 400);
    EXPECT_EQ(error_codes(reply), Codes{"7333"});
    EXPECT_EQ(reply.text("Errors/Description"), "Porting is not enabled on the account.");
  }
  EXPECT_EQ(server.get(kBareAccount + "/portins/totals").text("Count"), "0");
}

TEST(AccountFeatures, ProtectedTnsIsNeededForTheAttribute) {
  constexpr char kMessage[] =
      "Telephone numbers cannot be marked as Protected - the account has not been configured for "
      "Protected Numbers";
  Server server(without_protection);
  const Reply order = server.post(kBareAccount + "/orders", protected_order({kNumber}));
  EXPECT_EQ(order.status, 400);
  EXPECT_EQ(listed_codes(order), Codes{"5097"});
  EXPECT_EQ(order.text("ErrorList/Error/Description"), kMessage);

  const Reply portin = server.post(kBareAccount + "/portins", portin_request());
  EXPECT_EQ(portin.status, 400);
  EXPECT_EQ(error_codes(portin), Codes{"7475"});
  EXPECT_EQ(portin.text("Errors/Description"), kMessage);

  EXPECT_EQ(server.post(kBareAccount + "/orders", existing_order({kNumber})).status, 201);
  const Reply disconnect = server.post(kBareAccount + "/disconnects",
                                       disconnect_order({kNumber}, "<Protected>TRUE</Protected>"));
  EXPECT_EQ(disconnect.status, 400);
  EXPECT_EQ(listed_codes(disconnect), Codes{"5110"});
  EXPECT_EQ(disconnect.text("ErrorList/Error/Description"),
            "This account does not support assignment of the Protected Telephone Numbers "
            "attribute");
  EXPECT_EQ(server
                .post(kBareAccount + "/disconnects",
                      disconnect_order({kNumber}, "<Protected>FALSE</Protected>"))
                .status,
            201);
}

TEST(AccountFeatures, OnlyNumbersOfTierZeroCanBeProtected) {
  Server server;
  const std::string off_net = "4026850001", toll_free = available_toll_free_number();
  const Reply reply =
      server.post(kAccount + "/orders", protected_order({kNumber, off_net, toll_free}));
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(listed_codes(reply), (Codes{"5099", "5100"}));
  EXPECT_EQ(texts(reply.xml().root(), "ErrorList/Error/Description"),
            (Codes{"Non-Tier-0 numbers are not candidates for Protected status.",
                   "Toll free numbers are not candidates for Protected status."}));
  EXPECT_EQ(server.post(kAccount + "/orders", protected_order({kNumber})).status, 201);
}

}  // namespace
}  // namespace irisim::test
