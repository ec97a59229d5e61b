// What is known of telephone numbers: /tns and its sub-resources.

#include <algorithm>

#include <gtest/gtest.h>

#include "request/users.h"
#include "tests/support/documents.h"
#include "tests/support/numbers.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

using Texts = std::vector<std::string>;

const std::string kRaleigh = "9194809871";  // by its area code
const std::string kCary = "9192389001";     // by its NPA-NXX
const std::string kNow = "2025-06-02T09:00:00.000Z";

Texts listed(const Reply& reply) {
  EXPECT_EQ(reply.status, 200) << reply.body;
  return texts(reply.xml().root(), "TelephoneNumbers/TelephoneNumber/FullNumber");
}

std::string refusal(const Reply& reply) {
  return std::to_string(reply.status) + " " + reply.text("ResponseStatus/ErrorCode") + " " +
         reply.text("ResponseStatus/Description");
}

std::string reserve(Server& server, const std::string& number) {
  const Reply reply =
      server.post(kAccount + "/tnreservation",
                  "<Reservation><ReservedTn>" + number + "</ReservedTn></Reservation>");
  EXPECT_EQ(reply.status, 201) << reply.body;
  const std::string location = reply.header("Location");
  return location.substr(location.rfind('/') + 1);
}

void disconnect(Server& server, const std::string& number) {
  const Reply reply = server.post(
      kAccount + "/disconnects",
      "<DisconnectTelephoneNumberOrder><Name>Away</Name><DisconnectTelephoneNumberOrderType>"
      "<TelephoneNumberList><TelephoneNumber>" +
          number +
          "</TelephoneNumber></TelephoneNumberList></DisconnectTelephoneNumberOrderType>"
          "</DisconnectTelephoneNumberOrder>");
  ASSERT_EQ(reply.status, 201) << reply.body;
  server.advance("1s");
}

void order(Server& server, const std::string& number) {
  const Reply reply = server.post(
      kAccount + "/orders",
      "<Order><Name>New</Name><SiteId>743</SiteId><ExistingTelephoneNumberOrderType>"
      "<TelephoneNumberList><TelephoneNumber>" +
          number +
          "</TelephoneNumber></TelephoneNumberList></ExistingTelephoneNumberOrderType></Order>");
  ASSERT_EQ(reply.status, 201) << reply.body;
  server.advance("1s");
}

// "Status OrderType", oldest first.
Texts history(Server& server, const std::string& number) {
  Texts result;
  const xml::Document document = server.get("/tns/" + number + "/history").xml();
  for (const xml::Element entry : document.root().child("TelephoneNumberStatuses").children()) {
    result.push_back(std::string(entry.text("AccountId")) + " " +
                     std::string(entry.text("Status")) + " " +
                     std::string(entry.text("OrderType")));
  }
  return result;
}

TEST(Tns, ANumberInServiceTellsWhoHasItAndWhichOrderBroughtIt) {
  Server server;
  const std::string id = put_in_service(server, {kRaleigh});
  const Reply reply = server.get("/tns/" + kRaleigh);
  ASSERT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(reply.text("TelephoneNumber"), kRaleigh);
  EXPECT_EQ(reply.text("Status"), "Inservice");
  EXPECT_EQ(reply.text("LastModifiedDate"), "2025-06-02 09:00:00.0");
  EXPECT_EQ(reply.text("OrderCreateDate"), kNow);
  EXPECT_EQ(reply.text("OrderId"), id);
  EXPECT_EQ(reply.text("OrderType"), "PORT_IN_ORDER");
  EXPECT_EQ(reply.text("InServiceDate"), kNow);
  EXPECT_EQ(reply.text("SiteId"), "743");
  EXPECT_EQ(reply.text("AccountId"), "9999999");
}

TEST(Tns, ANumberThatNobodyHasIsAvailableOnTheHoldingAccount) {
  Server server;
  const std::string number = available_number();
  const Reply reply = server.get("/tns/" + number);
  ASSERT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(outline(reply.body),
            (Texts{"TelephoneNumberResponse", "TelephoneNumberResponse/TelephoneNumber",
                   "TelephoneNumberResponse/Status", "TelephoneNumberResponse/AccountId"}));
  EXPECT_EQ(reply.text("Status"), "Available");
  EXPECT_EQ(reply.text("AccountId"), "753");
}

TEST(Tns, ANumberThatIsBeingPortedInIsPending) {
  Server server;
  const std::string id = create_portin(server, portin_request(kRaleigh));
  const Reply reply = server.get("/tns/" + kRaleigh);
  EXPECT_EQ(reply.text("Status"), "PortInPendingFoc");
  EXPECT_EQ(reply.text("OrderId"), id);
  EXPECT_EQ(server.get("/tns/" + kRaleigh + "/tndetails").text("TelephoneNumberDetails/Status"),
            "PortInPendingFoc");
  server.remove(kPortins + "/" + id);
  EXPECT_EQ(server.get("/tns/" + kRaleigh).status, 404);
}

TEST(Tns, EverySubResourceRefusesWhatIsNoNumberOrIsUnknown) {
  Server server;
  for (const std::string rest : {"", "/tndetails", "/sites", "/sippeers", "/ratecenter", "/lca",
                                 "/lata", "/tnreservation", "/availableNnRoutes"}) {
    const bool is_documented = rest == "/tndetails" || rest == "/availableNnRoutes";
    EXPECT_EQ(refusal(server.get("/tns/123456789" + rest)),
              std::string(is_documented ? "400" : "404") +
                  " 12512 Telephone number '123456789' is not valid")
        << rest;
    EXPECT_EQ(refusal(server.get("/tns/" + kRaleigh + rest)),
              "404 4017 The telephone number '" + kRaleigh + "' does not exist")
        << rest;
  }
}

TEST(Tns, DetailsSayWhereANumberIsAndWhatItIsUsedFor) {
  Server server;
  put_in_service(server, {kRaleigh});
  Reply reply = server.get("/tns/" + kRaleigh + "/tndetails");
  const auto detail = [&](const std::string& path) {
    return reply.text("TelephoneNumberDetails/" + path);
  };
  EXPECT_EQ(detail("City"), "RALEIGH");
  EXPECT_EQ(detail("Lata"), "426");
  EXPECT_EQ(detail("State"), "NC");
  EXPECT_EQ(detail("FullNumber"), kRaleigh);
  EXPECT_EQ(detail("Tier"), "0");
  EXPECT_EQ(detail("VendorId"), "49");
  EXPECT_EQ(detail("VendorName"), "Bandwidth CLEC");
  EXPECT_EQ(detail("OnNetVendor"), "true");
  EXPECT_EQ(detail("RateCenter"), "RALEIGH");
  EXPECT_EQ(detail("Status"), "Inservice");
  EXPECT_EQ(detail("AccountId"), "9999999");
  EXPECT_EQ(detail("Site/Id"), "743");
  EXPECT_EQ(detail("Site/Name"), "Raleigh");
  EXPECT_EQ(detail("SipPeer/PeerId"), "303716");
  EXPECT_EQ(detail("SipPeer/PeerName"), "Default Peer");
  EXPECT_EQ(detail("LastModified"), kNow);
  EXPECT_EQ(detail("InServiceDate"), kNow);
  const auto details = [&](const std::string& path) {
    return texts(reply.xml().root(), "TelephoneNumberDetails/" + path);
  };
  EXPECT_EQ(details("ServiceTypes/ServiceType"), Texts{"Voice"});

  server.put(kPeer + "/tns/" + kRaleigh,
             settings_request(
                 kRaleigh,
                 "<TnAttributes><TnAttribute>External</TnAttribute><TnAttribute>Protected"
                 "</TnAttribute></TnAttributes><MessagingSettings><SmsEnabled>true</SmsEnabled>"
                 "</MessagingSettings>"));
  reply = server.get("/tns/" + kRaleigh + "/tndetails");
  EXPECT_EQ(details("ServiceTypes/ServiceType"), (Texts{"Voice", "Messaging"}));
  EXPECT_EQ(details("TnAttributes/TnAttribute"), (Texts{"Protected", "External"}));
  EXPECT_EQ(detail("MessagingSettings/SmsEnabled"), "true");
}

TEST(Tns, SiteAndSipPeerAreThoseOfANumberInService) {
  Server server;
  put_in_service(server, {kRaleigh});
  const Reply site = server.get("/tns/" + kRaleigh + "/sites");
  EXPECT_EQ(site.text("Id") + " " + site.text("Name"), "743 Raleigh");
  const Reply peer = server.get("/tns/" + kRaleigh + "/sippeers");
  EXPECT_EQ(peer.text("Id") + " " + peer.text("Name"), "303716 Default Peer");
  for (const std::string rest : {"/sites", "/sippeers", "/tnreservation"})
    EXPECT_EQ(server.get("/tns/" + available_number() + rest).status, 404) << rest;
}

TEST(Tns, TheRateCenterGivesStateLataAndLocalCallingArea) {
  Server server;
  put_in_service(server, {kRaleigh, kCary});
  const auto of = [&](const std::string& number, const std::string& rest) {
    return server.get("/tns/" + number + rest);
  };
  EXPECT_EQ(of(kRaleigh, "/ratecenter").text("TelephoneNumberDetails/RateCenter"), "RALEIGH");
  EXPECT_EQ(of(kCary, "/ratecenter").text("TelephoneNumberDetails/RateCenter"), "CARY");
  EXPECT_EQ(of(kCary, "/ratecenter").text("TelephoneNumberDetails/State"), "NC");
  EXPECT_EQ(of(kCary, "/lata").text("TelephoneNumberDetails/Lata"), "426");

  const Reply area = of(kRaleigh, "/lca");
  const Texts exchanges = texts(area.xml().root(), "ListofNPANXX/NPANXX");
  EXPECT_TRUE(std::ranges::is_sorted(exchanges));
  for (const std::string exchange : {"919238", "919439"})
    EXPECT_EQ(std::ranges::count(exchanges, exchange), 1) << exchange;
  EXPECT_EQ(std::ranges::count(exchanges, "704266"), 0);  // Charlotte
  const Texts names = texts(area.xml().root(), "Location/RateCenters/RCs/RC");
  for (const std::string name : {"CARY", "RALEIGH"})
    EXPECT_EQ(std::ranges::count(names, name), 1) << name;
  EXPECT_EQ(area.text("Location/RateCenters/State"), "NC");
}

TEST(Tns, ATollFreeNumberIsNowhere) {
  Server server;
  for (const std::string rest : {"/ratecenter", "/lata", "/lca"}) {
    EXPECT_EQ(refusal(server.get("/tns/" + available_toll_free_number() + rest)),
              "404 15618 This resource does not exist for this type of telephone number")
        << rest;
  }
}

TEST(Tns, AReservationIsShownWhileItLasts) {
  Server server;
  const std::string number = available_number();
  const std::string id = reserve(server, number);
  server.advance("54s");
  const Reply reply = server.get("/tns/" + number + "/tnreservation");
  EXPECT_EQ(reply.text("ReservationID"), id);
  EXPECT_EQ(reply.text("Account"), "9999999");
  EXPECT_EQ(reply.text("ReservationExpires"), "14346");
  EXPECT_EQ(reply.text("ReservedTN"), number);
  EXPECT_EQ(server.get("/tns/" + number).text("Status"), "Reserved");
  server.advance("4h");
  EXPECT_EQ(server.get("/tns/" + number + "/tnreservation").status, 404);
  EXPECT_EQ(server.get("/tns/" + number).text("Status"), "Available");
  EXPECT_EQ(history(server, number),
            (Texts{"9999999 Reserved RESERVATION", "753 Available RESERVATION"}));
}

TEST(Tns, RoutesForMessagesAreThoseOfTheContract) {
  Server server;
  const Reply reply = server.get("/tns/" + available_number() + "/availableNnRoutes");
  EXPECT_EQ(texts(reply.xml().root(), "NNRoute/Nnid"), (Texts{"101601", "102787"}));
  EXPECT_EQ(texts(reply.xml().root(), "NNRoute/Name"),
            (Texts{"USA Mobility", "Globe Wireless - Bandwidth.com - SVR"}));
}

TEST(Tns, HistoryFollowsANumberFromItsOrderToItsReturn) {
  Server server;
  const std::string number = available_number();
  order(server, number);
  EXPECT_EQ(server.get("/tns/" + number).text("OrderType"), "NEW_NUMBER_ORDER");
  disconnect(server, number);
  EXPECT_EQ(server.get("/tns/" + number).text("Status"), "Aging");
  server.advance("60s");
  EXPECT_EQ(history(server, number),
            (Texts{"9999999 Inservice NEW_NUMBER_ORDER", "9999999 Disconnected DISCONNECT_ORDER",
                   "9999999 Aging DISCONNECT_ORDER", "753 Available DISCONNECT_ORDER"}));
  EXPECT_EQ(server.get("/tns/" + number).text("Status"), "Available");
  const Reply reply = server.get("/tns/" + number + "/history");
  const Texts orders =
      texts(reply.xml().root(), "TelephoneNumberStatuses/TelephoneNumberStatus/OrderId");
  ASSERT_EQ(orders.size(), 4u);
  EXPECT_NE(orders[0], orders[1]);
  EXPECT_EQ(orders[1], orders[2]);  // the ageing is the disconnect order's
  EXPECT_EQ(reply.text("TelephoneNumber"), number);
}

TEST(Tns, HistoryOfAPortInHasEachOfItsStates) {
  Server server;
  const std::string id = put_in_service(server, {kRaleigh});
  const Reply reply = server.get("/tns/" + kRaleigh + "/history");
  const auto all = [&](const std::string& name) {
    return texts(reply.xml().root(), "TelephoneNumberStatuses/TelephoneNumberStatus/" + name);
  };
  EXPECT_EQ(all("OrderStatus"), (Texts{"PENDING_DOCUMENTS", "SUBMITTED", "FOC", "COMPLETE"}));
  EXPECT_EQ(all("Status"),
            (Texts{"PortInPendingFoc", "PortInPendingFoc", "PortInPendingFoc", "Inservice"}));
  EXPECT_EQ(all("OrderId"), Texts(4, id));
  EXPECT_EQ(all("LastModifiedDate"), Texts(4, kNow));
  EXPECT_EQ(all("UserId"), Texts(4, "anonymous"));
}

TEST(Tns, HistoryOfANumberThatNothingHappenedToIsNotFound) {
  Server server;
  const Reply unknown = server.get("/tns/" + available_number() + "/history");
  EXPECT_EQ(unknown.status, 404);
  EXPECT_EQ(unknown.text("irisStatus/Code"), "404");
  EXPECT_EQ(unknown.text("irisStatus/Description"), "Results were not found.");
  const Reply invalid = server.get("/tns/123456789/history");
  EXPECT_EQ(invalid.status, 400);
  EXPECT_EQ(invalid.text("irisStatus/Code"), "12512");
}

TEST(Tns, TheListHasWhatSomebodyHasAndItsCriteriaNarrowItDown) {
  Server server;
  put_in_service(server, {kRaleigh, kCary});
  const std::string reserved = available_number();
  reserve(server, reserved);
  const auto list = [&](const std::string& criteria) {
    return listed(server.get("/tns?page=1&size=500&" + criteria));
  };
  const Texts all = {kCary, reserved, kRaleigh};
  EXPECT_EQ(list(""), all);
  EXPECT_EQ(list("accountId=9999999"), all);
  EXPECT_EQ(list("account=9999999"), all);
  EXPECT_EQ(list("accountId=42"), Texts());
  EXPECT_EQ(list("npa=919"), all);
  EXPECT_EQ(list("npa=252"), Texts());
  EXPECT_EQ(list("npaNxx=919238"), Texts{kCary});
  EXPECT_EQ(list("npaNxxX=9194809"), Texts{kRaleigh});
  EXPECT_EQ(list("lata=426"), all);
  EXPECT_EQ(list("lata=224"), Texts());
  EXPECT_EQ(list("tier=0"), all);
  EXPECT_EQ(list("tier=1"), Texts());
  EXPECT_EQ(list("rateCenter=CARY"), Texts{kCary});
  EXPECT_EQ(list("rateCenter=cary&state=nc"), Texts{kCary});
  EXPECT_EQ(list("rateCenter=CARY&state=NJ"), Texts());
  EXPECT_EQ(list("city=Raleigh"), (Texts{reserved, kRaleigh}));
  EXPECT_EQ(list("state=NC"), all);
  EXPECT_EQ(list("status=Reserved"), Texts{reserved});
  EXPECT_EQ(list("siteId=743"), (Texts{kCary, kRaleigh}));
  EXPECT_EQ(list("sippeerId=303716&status=Inservice"), (Texts{kCary, kRaleigh}));
  EXPECT_EQ(list("service=Voice"), (Texts{kCary, kRaleigh}));
  EXPECT_EQ(list("service=E911"), Texts());
  EXPECT_EQ(list("fullNumber=" + kCary), Texts{kCary});
  EXPECT_EQ(list("fullNumber=" + kCary + "&city=RALEIGH"), Texts());
}

TEST(Tns, ANumberThatNobodyHasIsListedByItsNameOnly) {
  Server server;
  const std::string number = available_number();
  EXPECT_EQ(listed(server.get("/tns?page=1&size=500&npaNxx=919439")), Texts());
  const Reply reply = server.get("/tns?page=1&size=500&fullNumber=" + number);
  EXPECT_EQ(listed(reply), Texts{number});
  const std::string entry = "TelephoneNumbers/TelephoneNumber/";
  EXPECT_EQ(reply.text(entry + "Status"), "Available");
  EXPECT_EQ(reply.text(entry + "AccountId"), "753");
  EXPECT_EQ(reply.text(entry + "City"), "RALEIGH");
  EXPECT_EQ(listed(server.get("/tns?fullNumber=" + number + "&accountId=9999999")), Texts());
}

TEST(Tns, PagesAreNamedByTheirFirstNumber) {
  Server server;
  const Texts numbers = {"9194809871", "9194809872", "9194809873"};
  put_in_service(server, numbers);
  const Reply first = server.get("/api/tns?accountId=9999999&page=1&size=2");
  EXPECT_EQ(listed(first), (Texts{numbers[0], numbers[1]}));
  EXPECT_EQ(first.text("TelephoneNumberCount"), "3");
  const std::string url = "Link=<http://127.0.0.1:" + std::to_string(server.port()) +
                          "/api/tns?accountId=9999999&page=";
  EXPECT_EQ(first.text("Links/first"), url + "1&size=2>;rel=\"first\";");
  EXPECT_EQ(first.text("Links/next"), url + numbers[2] + "&size=2>;rel=\"next\";");
  const Reply second = server.get("/tns?accountId=9999999&size=2&page=" + numbers[2]);
  EXPECT_EQ(listed(second), Texts{numbers[2]});
  EXPECT_EQ(texts(second.xml().root(), "Links/next"), Texts());
}

TEST(Tns, ACriterionThatIsNoneIsRefusedWithItsCode) {
  Server server;
  const std::pair<std::string, std::string> cases[] = {
      {"npaNxx=9192384", "400 15511 The NPA_NXX '9192384' is invalid"},
      {"npa=119", "400 15510 The NPA '119' is invalid"},
      {"npaNxxX=919238", "400 15512 The NPA_NXX_X '919238' is invalid"},
      {"status=Lost", "400 15513 The TN status 'Lost' is invalid"},
      {"rateCenter=NOWHERE", "400 15514 The Rate Center 'NOWHERE' is invalid"},
      {"page=2", "400 15516 The page '2' is invalid. Page must be a 10 digit phone number"},
      {"service=Fax", "400 15621 The service type 'Fax' is invalid"},
      {"fullNumber=123", "400 12512 Telephone number '123' is not valid"},
      {"state=XX", "400 4006 Please verify that your State search input parameters are correct."},
      {"lata=42-6", "400 4008 Please verify that your LATA search input parameters are correct."},
      {"tier=6",
       "400 4016 Please verify that your Tier search query parameters are correct. Valid values "
       "are: [0-5]"},
      {"size=0", "400 400 size '0' is not a number from 1 to 5000"},
  };
  for (const auto& [query, expected] : cases)
    EXPECT_EQ(refusal(server.get("/tns?" + query)), expected);
  EXPECT_TRUE(refusal(server.get("/tns?service=Voice&state=NC"))
                  .starts_with("400 15622 Query parameters: "));
}

TEST(Tns, APostGivesTheNumbersOfItsListAndWhatIsWrongWithOthers) {
  Server server;
  put_in_service(server, {kRaleigh});
  const std::string number = available_number();
  const Reply reply = server.post("/api/tns", tn_list({kRaleigh, number, kRaleigh, "9194809999",
                                                       "99999999999", "111111111111"}));
  EXPECT_EQ(listed(reply), (Texts{kRaleigh, number}));
  EXPECT_EQ(reply.text("TelephoneNumberCount"), "2");
  EXPECT_EQ(reply.text("Links/first"),
            "Link=<http://127.0.0.1:" + std::to_string(server.port()) + "/api/tns>;rel=\"first\";");
  const xml::Document document = reply.xml();
  EXPECT_EQ(texts(document.root(), "ErrorList/Error/Code"), (Texts{"15608", "15610"}));
  EXPECT_EQ(texts(document.root(), "ErrorList/Error/Description"),
            (Texts{"Input contains invalid Telephone Numbers",
                   "Telephone Numbers cannot be found on accounts"}));
  EXPECT_EQ(texts(document.root(), "ErrorList/Error/TelephoneNumbers/TelephoneNumber"),
            (Texts{"99999999999", "111111111111", "9194809999"}));
}

TEST(Tns, APostNamesFromOneTo2500Numbers) {
  Server server;
  EXPECT_EQ(refusal(server.post("/tns", "<TnList/>")),
            "400 15611 List of telephone numbers is required");
  EXPECT_EQ(server.post("/tns", tn_list(Texts(2500, kRaleigh))).status, 200);
  EXPECT_EQ(
      refusal(server.post("/tns", tn_list(Texts(2501, kRaleigh)))),
      "400 15607 The count of Telephone numbers in POST body exceeds the maximum size of 2500");
}

TEST(Tns, AUserSeesTheNumbersOfTheAccountsThatAreTheUsers) {
  Server server([](app::ServerOptions& options) {
    options.users = *request::load_users(
        "users:\n  - { name: all, password: x }\n"
        "  - { name: few, password: x, accounts: [\"42\", \"43\"] }\n",
        "users.yaml");
  });
  const Headers all = {{"Authorization", "Basic YWxsOng="}};
  const Headers few = {{"Authorization", "Basic ZmV3Ong="}};
  const Reply created = server.post("/accounts/42/portins", portin_request(kCary), all);
  const std::string id = created.text("OrderId");
  ASSERT_EQ(created.status, 201) << created.body;
  ASSERT_EQ(server.post(kPortins, portin_request(kRaleigh), all).status, 201);
  server.advance("1d");

  EXPECT_EQ(listed(server.get("/tns", all)), (Texts{kCary, kRaleigh}));
  EXPECT_EQ(listed(server.get("/tns", few)), Texts{kCary});
  EXPECT_EQ(listed(server.get("/tns?accountId=9999999", few)), Texts());
  EXPECT_EQ(listed(server.get("/tns?fullNumber=" + kRaleigh, few)), Texts());
  EXPECT_EQ(listed(server.post("/tns", tn_list({kCary, kRaleigh}), few)), Texts{kCary});
  EXPECT_EQ(server.get("/tns/" + kCary, few).text("OrderId"), id);
  EXPECT_EQ(server.get("/tns/" + kRaleigh, few).status, 404);
  EXPECT_EQ(server.get("/tns/" + kRaleigh + "/history", few).status, 404);
  EXPECT_EQ(server.get("/tns/" + available_number(), few).status, 200);
}

TEST(Tns, AnAgeingNumberIsOfItsDisconnectOrder) {
  Server server;
  const std::string number = available_number();
  order(server, number);
  server.advance("1h");
  disconnect(server, number);
  const std::string id =
      server.get(kAccount + "/disconnects").text("ListOrderIdUserIdDate/OrderIdUserIdDate/OrderId");
  ASSERT_FALSE(id.empty());
  const Reply ageing = server.get("/tns/" + number);
  EXPECT_EQ(ageing.text("Status"), "Aging");
  EXPECT_EQ(ageing.text("OrderId"), id);
  EXPECT_EQ(ageing.text("OrderType"), "DISCONNECT_ORDER");
  EXPECT_EQ(ageing.text("OrderCreateDate"),
            server.get(kAccount + "/disconnects/" + id).text("orderRequest/OrderCreateDate"));
  EXPECT_EQ(server.get("/tns/" + number + "/tnreservation").status, 404);
  EXPECT_EQ(server.get("/tns/" + number).body.find("<ReservationID>"), std::string::npos);
}

TEST(Tns, WhatIsNoOrderIsInNoListOfOrders) {
  Server server;
  const std::string number = available_number();
  order(server, number);
  disconnect(server, number);
  const std::string reservation = reserve(server, available_toll_free_number());
  for (const std::string type : {"orders", "disconnects"}) {
    const Reply list = server.get(kAccount + "/" + type);
    EXPECT_EQ(list.text("ListOrderIdUserIdDate/TotalCount"), "1") << list.body;
    EXPECT_EQ(server.get(kAccount + "/" + type + "/" + reservation).status, 404);
  }
}

}  // namespace
}  // namespace irisim::test
