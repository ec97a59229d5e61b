// Numbers that leave an account by another account's port-in: the order that says so, and its
// lists.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/orders.h"
#include "tests/support/peers.h"
#include "tests/support/port_world.h"
#include "tests/support/portins.h"
#include "tests/support/subscriptions.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

const std::string kNumber = "9194800001";
const std::string kOther = "9194800002";
const std::string kPortOuts = "/accounts/14/portouts";

class PortOuts : public testing::Test {
 protected:
  // A port-in by 9999999 of numbers that somebody has, which runs to its end; gives its id.
  std::string take(const std::string& request) {
    const std::string id = create_portin(server_, request);
    server_.advance("1h");
    EXPECT_EQ(status_of(server_, id), "COMPLETE");
    return id;
  }

  // The texts of an element of each entry of a list.
  Texts column(const std::string& element, const std::string& list = kPortOuts) {
    const Reply reply = server_.get(list);
    EXPECT_EQ(reply.status, 200) << list << "\n" << reply.body;
    return texts(reply.xml().root(), "lnpPortInfoForGivenStatus/" + element);
  }
  Texts ids(const std::string& query = "") { return column("OrderId", kPortOuts + query); }

  // The one port-out of an account.
  Reply only(const std::string& account = "14") {
    const std::string list = "/accounts/" + account + "/portouts";
    const Texts found = column("OrderId", list);
    EXPECT_EQ(found.size(), 1u);
    return found.empty() ? Reply() : server_.get(list + "/" + found.front());
  }

  // "Account Status OrderType" of what happened to the number, oldest first.
  Texts history(const std::string& number) {
    Texts result;
    const xml::Document document = server_.get("/tns/" + number + "/history").xml();
    for (const xml::Element entry : document.root().child("TelephoneNumberStatuses").children()) {
      if (entry.text("Status") == "PortInPendingFoc") continue;
      result.push_back(std::string(entry.text("AccountId")) + " " +
                       std::string(entry.text("Status")) + " " +
                       std::string(entry.text("OrderType")));
    }
    return result;
  }

  PortServer server_;
};

TEST_F(PortOuts, AreListedForTheAccountThatLosesTheNumber) {
  complete_portin(server_, "14", kNumber);
  EXPECT_TRUE(ids().empty());
  const std::string winner = create_portin(server_, plain_request(kNumber));
  EXPECT_TRUE(ids().empty()) << "it has not left yet";
  server_.advance("1h");
  const Reply reply = server_.get(kPortOuts);
  EXPECT_EQ(departure(documented("GET", "/accounts/{accountId}/portouts", 200), reply.body), "");
  EXPECT_EQ(reply.text("TotalCount"), "1");
  EXPECT_EQ(column("CountOfTNs"), (Texts{"1"}));
  EXPECT_EQ(column("userId"), (Texts{"System"}));
  EXPECT_EQ(column("OrderType"), (Texts{"port_out"}));
  EXPECT_EQ(column("ErrorCode"), (Texts{"200"}));
  EXPECT_EQ(column("ErrorMessage"), (Texts{"Port out successful."}));
  EXPECT_EQ(column("ProcessingStatus"), (Texts{"COMPLETE"}));
  EXPECT_EQ(column("RequestedFOCDate"), column("RequestedFOCDate", kPortins));
  EXPECT_EQ(column("VendorId"), (Texts{"123C"})) << "the winner's SPID";
  EXPECT_TRUE(column("OrderId", "/accounts/9999999/portouts").empty());
}

TEST_F(PortOuts, TellWhoseNumbersWereTakenByWhom) {
  complete_portin(server_, "14", kNumber);
  const std::string winner = take(plain_request(kNumber));
  const Reply reply = only();
  const catalog::Outcome& outcome =
      documented("GET", "/accounts/{accountId}/portouts/{orderid}", 200);
  EXPECT_EQ(outline(reply.body), outline(std::string(outcome.examples.front().body)));
  EXPECT_EQ(reply.text("RequestedFocDate"), "2025-06-10T21:15:00Z");
  EXPECT_EQ(reply.text("ActualFocDate"), "2025-06-02T09:00:05Z");
  EXPECT_EQ(reply.text("AccountId"), "14");
  EXPECT_EQ(reply.text("OrderCreateDate"), "2025-06-02T09:00:05.000Z");
  EXPECT_EQ(reply.text("LastModifiedDate"), "2025-06-02T09:00:05.000Z");
  EXPECT_EQ(reply.text("userId"), "System");
  EXPECT_EQ(reply.text("PortOutStatus"), "COMPLETE");
  EXPECT_EQ(reply.text("SPID"), "123C");
  EXPECT_EQ(column("OrderId", kPortins + "?pon=" + reply.text("PON")), (Texts{winner}));
}

TEST_F(PortOuts, AreOneForEachAccountThatLosesNumbers) {
  complete_portin(server_, "14", kNumber);
  complete_portin(server_, "15", "9194800003");
  complete_portin(server_, "14", kOther);
  take(with_number(with_number(plain_request(kNumber), kOther), "9194800003"));
  EXPECT_EQ(column("CountOfTNs"), (Texts{"2"}));
  EXPECT_EQ(column("CountOfTNs", "/accounts/15/portouts"), (Texts{"1"}));
  EXPECT_EQ(only("14").text("PON"), only("15").text("PON"));
}

TEST_F(PortOuts, AreNotMadeOfNumbersThatNoAccountLoses) {
  take(plain_request(kOther));
  complete_portin(server_, "14", kNumber);
  const std::string cancelled = create_portin(server_, plain_request(kNumber));
  EXPECT_EQ(server_.remove(kPortins + "/" + cancelled).status, 200);
  server_.advance("1h");
  EXPECT_TRUE(ids().empty());
}

TEST_F(PortOuts, AreNotMadeOfANumberThatIsNoLongerInService) {
  complete_portin(server_, "14", kNumber);
  const std::string id = create_portin(server_, plain_request(kNumber));
  reach_foc(server_, id);
  create(server_, "/accounts/14/disconnects", disconnect_order({kNumber}));
  server_.advance("1s");
  server_.advance("1h");
  EXPECT_EQ(status_of(server_, id), "COMPLETE");
  EXPECT_TRUE(ids().empty());
}

TEST_F(PortOuts, StandInTheHistoryOfTheNumberThatGoesThereAndBack) {
  complete_portin(server_, "14", kNumber);
  take(plain_request(kNumber));
  complete_portin(server_, "14", kNumber);
  EXPECT_EQ(history(kNumber),
            (Texts{"14 Inservice PORT_IN_ORDER", "14 PortOut PORT_OUT_ORDER",
                   "9999999 Inservice PORT_IN_ORDER", "9999999 PortOut PORT_OUT_ORDER",
                   "14 Inservice PORT_IN_ORDER"}));
  EXPECT_EQ(server_.get("/tns/" + kNumber).text("AccountId"), "14");
  EXPECT_EQ(server_.get("/tns/" + kNumber).text("OrderType"), "PORT_IN_ORDER");
}

TEST_F(PortOuts, ArePickedByStatusAndDate) {
  complete_portin(server_, "14", kNumber);
  complete_portin(server_, "14", kOther);
  take(plain_request(kNumber));
  server_.advance("3d");
  take(plain_request(kOther));
  const Texts all = ids();
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(ids("?status=complete"), all);
  EXPECT_EQ(ids("?status=NEW"), Texts{});
  EXPECT_EQ(ids("?status=validation%20failed%20new"), Texts{});
  EXPECT_EQ(ids("?date=2025-06-02"), (Texts{all[0]}));
  EXPECT_EQ(ids("?date=2025-06-03"), Texts{});
  EXPECT_EQ(ids("?startdate=2025-06-05&enddate=2025-06-05"), (Texts{all[1]}));
  EXPECT_EQ(ids("?startdate=2025-06-01&enddate=2025-06-30&status=complete"), all);
  for (const std::string query : {"?status=FOC", "?date=June", "?startdate=2025-06-05", "?size=0"})
    EXPECT_EQ(server_.get(kPortOuts + query).status, 400) << query;
}

TEST_F(PortOuts, ArePagedByTheirIds) {
  for (int n = 0; n < 3; ++n) {
    const std::string number = std::to_string(9194800001 + n);
    complete_portin(server_, "14", number);
    take(plain_request(number));
  }
  const Texts all = ids();
  ASSERT_EQ(all.size(), 3u);
  const Reply first = server_.get(kPortOuts + "?page=1&size=2");
  EXPECT_EQ(first.text("TotalCount"), "3");
  EXPECT_EQ(texts(first.xml().root(), "lnpPortInfoForGivenStatus/OrderId"),
            (Texts{all[0], all[1]}));
  const std::string next = first.text("Links/next");
  EXPECT_NE(next.find("/portouts?page=" + all[2] + "&size=2>"), std::string::npos) << next;
  EXPECT_EQ(ids("?page=" + all[2] + "&size=2"), (Texts{all[2]}));
  const std::string portins = "/accounts/14/portins";
  const Texts others = column("OrderId", portins);
  ASSERT_FALSE(others.empty());
  EXPECT_EQ(server_.get(kPortOuts + "?page=" + others[0]).status, 400);
  EXPECT_EQ(server_.get(portins + "?page=" + all[0]).status, 400);
}

TEST_F(PortOuts, AreListedForTwoYearsUnlessADateIsGiven) {
  complete_portin(server_, "14", kNumber);
  take(plain_request(kNumber));
  server_.advance("731d");
  EXPECT_TRUE(ids().empty());
  EXPECT_EQ(ids("?date=2025-06-02").size(), 1u);
}

TEST_F(PortOuts, AreKnownToTheirAccountOnly) {
  complete_portin(server_, "14", kNumber);
  const std::string winner = take(plain_request(kNumber));
  const std::string id = ids().at(0);
  EXPECT_EQ(server_.get("/accounts/9999999/portouts/" + id).status, 404);
  EXPECT_EQ(server_.get("/accounts/9999999/portouts/" + winner).status, 404) << "a port-in";
  const std::string nobodys = "/4299b1ad-aa08-433e-a316-f9219b3450d2";
  const Reply unknown = server_.get(kPortOuts + nobodys);
  EXPECT_EQ(unknown.status, 404);
  EXPECT_EQ(unknown.text("Status/Description"), "The order ID was not found");
  EXPECT_EQ(unknown.body, server_.get("/accounts/14/portins" + nobodys).body);
}

TEST_F(PortOuts, MayEndOtherwiseByAScenario) {
  const std::string scenario = R"({"version": 1, "scenarios": [{"name": "slow",
      "match": {"order": "portouts", "telephoneNumber": "9194800001"},
      "transitions": [{"from": "NEW", "to": "NEW", "on": "activate"}]},
      {"name": "refused", "match": {"order": "portouts", "telephoneNumber": "9194800002"},
       "transitions": [{"from": "NEW", "to": "EXCEPTION", "on": "activate", "error": 7519}]}]})";
  EXPECT_LT(server_.put("/__admin/scenarios/test", scenario).status, 300);
  complete_portin(server_, "14", kNumber);
  complete_portin(server_, "14", kOther);
  take(plain_request(kNumber));
  take(plain_request(kOther));
  EXPECT_EQ(column("ProcessingStatus"), (Texts{"NEW", "EXCEPTION"}));
  EXPECT_EQ(column("ErrorCode"), (Texts{"201", "7519"}));
  EXPECT_EQ(column("OrderId", kPortOuts + "?status=NEW").size(), 1u);
  const Reply fresh = server_.get(kPortOuts + "/" + ids().at(0));
  EXPECT_EQ(fresh.text("PortOutStatus"), "NEW");
  EXPECT_EQ(fresh.body.find("ActualFocDate"), std::string::npos);
}

TEST_F(PortOuts, CanBeSubscribedTo) {
  complete_portin(server_, "14", kNumber);
  take(plain_request(kNumber));
  const std::string subscriptions = "/accounts/14/subscriptions";
  const std::string request = with(email_subscription("portouts"), "OrderId", ids().at(0));
  const Reply created = server_.post(subscriptions, request);
  EXPECT_EQ(created.status, 201) << created.body;
  const Reply list = server_.get(subscriptions + "?orderId=" + ids().at(0));
  EXPECT_NE(list.body.find(ids().at(0)), std::string::npos) << list.body;
  expect_code(server_.post("/accounts/9999999/subscriptions", request), 404, "16003");
}

}  // namespace
}  // namespace irisim::test
