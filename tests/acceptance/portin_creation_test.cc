// POST of a port-in, submitted at once or kept as a draft.

#include <gtest/gtest.h>

#include "tests/support/documents.h"
#include "tests/support/portins.h"

namespace irisim::test {
namespace {

constexpr char kPortinsPath[] = "/accounts/{accountId}/portins";
constexpr char kPortinPath[] = "/accounts/{accountId}/portins/{orderid}";

std::string example(std::string_view method, std::string_view path, int status) {
  return std::string(documented(method, path, status).examples.front().body);
}

// The text at a path below the root.
std::string text(const std::string& document, std::string_view path) {
  return std::string(xml::Document::parse(document)->root().at(path).text());
}

TEST(PortinCreation, AnswersTheDocumentedRequestWithTheDocumentedElements) {
  Server server;
  const Reply reply = server.post(kPortins, portin_request());
  ASSERT_EQ(reply.status, 201) << reply.body;
  const std::string expected = example("POST", kPortinsPath, 201);
  EXPECT_EQ(outline(reply.body), outline(expected));
  for (const char* path : {"Status/Code", "Status/Description", "ProcessingStatus",
                           "LoaAuthorizingPerson", "Subscriber/ServiceAddress/Country",
                           "WirelessInfo/PinNumber", "BillingTelephoneNumber", "Triggered"}) {
    EXPECT_EQ(reply.text(path), text(expected, path)) << path;
  }
  EXPECT_EQ(texts(reply.xml().root(), "TnAttributes/TnAttribute"),
            (std::vector<std::string>{"Protected", "External", "Imported"}));
}

TEST(PortinCreation, GivesItsPlaceInTheLocation) {
  Server server;
  for (const std::string base : {"", "/api", "/api/v1", "/v1.0", "/worlds/w/api"}) {
    const Reply reply = server.post(base + kPortins,
                                    portin_request("919480987" + std::to_string(base.size() % 10)));
    ASSERT_EQ(reply.status, 201) << base << reply.body;
    const std::string location = reply.header("Location");
    EXPECT_TRUE(location.ends_with(base + kPortins + "/" + reply.text("OrderId"))) << location;
    const Reply found = server.get(location.substr(location.find('/', 8)));
    EXPECT_EQ(found.status, 200);
  }
}

TEST(PortinCreation, CanBeReadWithTheDocumentedElements) {
  Server server;
  const std::string id =
      create_portin(server, with(portin_request(), "CustomerOrderId", "SJM00002"));
  const Reply broken =
      server.post("/__admin/orders/" + id + "/transition", R"({"to":"EXCEPTION","error":7205})");
  ASSERT_EQ(broken.status, 200) << broken.body;
  const Reply reply = server.get(kPortins + "/" + id);
  ASSERT_EQ(reply.status, 200);
  EXPECT_EQ(outline(reply.body), outline(example("GET", kPortinPath, 200)));
  EXPECT_EQ(reply.text("Errors/Code"), "7205");
  EXPECT_EQ(reply.text("Errors/Description"),
            "Telephone number is already being processed on another order");
  EXPECT_EQ(reply.text("ProcessingStatus"), "EXCEPTION");
  EXPECT_EQ(reply.text("Subscriber/ServiceAddress/AddressType"), "Service");
  EXPECT_EQ(reply.text("AccountId"), "9999999");
  EXPECT_EQ(reply.text("SiteId"), "743");
  EXPECT_EQ(reply.text("PeerId"), "303716");
  EXPECT_EQ(reply.text("OrderCreateDate"), "2025-06-02T09:00:00.000Z");
  EXPECT_EQ(reply.text("PartialPort"), "false");
}

TEST(PortinCreation, NamesTheUserOfTheCredentials) {
  Server server;
  // jbm:secret
  const Reply created =
      server.post(kPortins, portin_request(), {{"Authorization", "Basic amJtOnNlY3JldA=="}});
  const Reply reply = server.get(kPortins + "/" + created.text("OrderId"));
  EXPECT_EQ(reply.text("userId"), "jbm");
  EXPECT_EQ(reply.text("LastModifiedBy"), "jbm");
}

TEST(PortinCreation, UsesTheSitesDefaultPeerWhereNoneIsGiven) {
  Server server;
  const std::string id = create_portin(server, without(portin_request(), "PeerId"));
  EXPECT_EQ(server.get(kPortins + "/" + id).text("PeerId"), "303716");
}

TEST(PortinCreation, KeepsEveryElementOfTheContractsTable) {
  Server server;
  std::string request = portin_request();
  const std::vector<std::pair<std::string, std::string>> sent = {
      {"CustomerOrderId", "ABC 1-2"},
      {"Subscriber/BusinessName", "Back Street Ltd"},
      {"Subscriber/MiddleInitial", "Q"},
      {"Subscriber/ServiceAddress/HousePrefix", "A"},
      {"Subscriber/ServiceAddress/HouseSuffix", "B"},
      {"Subscriber/ServiceAddress/PreDirectional", "NE"},
      {"Subscriber/ServiceAddress/StreetSuffix", "Ave"},
      {"Subscriber/ServiceAddress/PostDirectional", "S"},
      {"Subscriber/ServiceAddress/AddressLine2", "Suite 5"},
      {"Subscriber/ServiceAddress/PlusFour", "1234"},
      {"Subscriber/ServiceAddress/Country", "Canada"},
      {"Subscriber/ServiceAddress/AddressDetail1", "Building"},
      {"Subscriber/ServiceAddress/AddressValue1", "4"},
      {"Subscriber/ServiceAddress/AddressDetail2", "Floor"},
      {"Subscriber/ServiceAddress/AddressValue2", "5"},
      {"Subscriber/ServiceAddress/AddressDetail3", "Room"},
      {"Subscriber/ServiceAddress/AddressValue3", "6"},
      {"PartialPort", "true"},
      {"Immediately", "true"},
  };
  for (const auto& [path, value] : sent) request = with(request, path, value);
  const std::string id = create_portin(server, request);
  const Reply reply = server.get(kPortins + "/" + id);
  for (const auto& [path, value] : sent) EXPECT_EQ(reply.text(path), value) << path;
  EXPECT_EQ(departure(documented("GET", kPortinPath, 200), reply.body), "");
}

TEST(PortinCreation, ReadsElementsInAnyOrderAndPassesOverUnknownOnes) {
  Server server;
  const auto request = xml::Document::parse(portin_request());
  std::vector<xml::Element> children;
  for (const xml::Element child : request->root().children()) children.push_back(child);
  xml::Document turned("LnpOrder");
  turned.root().add("FavouriteColour", "blue");
  for (auto child = children.rbegin(); child != children.rend(); ++child)
    turned.root().add_copy(*child);
  const Reply reply = server.post(kPortins, turned.compact());
  ASSERT_EQ(reply.status, 201) << reply.body;
  EXPECT_EQ(outline(reply.body), outline(example("POST", kPortinsPath, 201)));
}

TEST(PortinCreation, KeepsADraftUnvalidatedAndWhereItIs) {
  Server server;
  const Reply reply = server.post(
      kPortins,
      "<LnpOrder><ProcessingStatus>DRAFT</ProcessingStatus><SiteId>nowhere</SiteId></LnpOrder>");
  ASSERT_EQ(reply.status, 201) << reply.body;
  EXPECT_EQ(reply.text("ProcessingStatus"), "DRAFT");
  EXPECT_EQ(server.advance("30d"), 0u);
  EXPECT_EQ(status_of(server, reply.text("OrderId")), "DRAFT");
}

TEST(PortinCreation, ValidatesTheNumbersOfADraft) {
  Server server;
  const Reply reply = server.post(kPortins, draft_request("1194809871"));
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(error_codes(reply), (std::vector<std::string>{"7201"}));
}

TEST(PortinCreation, ADraftHoldsNoNumbers) {
  Server server;
  create_portin(server, draft_request());
  create_portin(server, draft_request());
  create_portin(server, portin_request());
}

TEST(PortinCreation, RefusesAStateThatNoClientMaySet) {
  Server server;
  EXPECT_EQ(server.post(kPortins, with(portin_request(), "ProcessingStatus", "SUBMITTED")).status,
            201);
  const Reply reply =
      server.post(kPortins, with(portin_request("9194809872"), "ProcessingStatus", "FOC"));
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(error_codes(reply), (std::vector<std::string>{"7372"}));
}

TEST(PortinCreation, AnUnknownOrderIsNotFound) {
  Server server;
  const std::string id = create_portin(server);
  for (const std::string& path : {kPortins + "/" + std::string(36, '0'),
                                  "/accounts/1/portins/" + id, "/worlds/w" + kPortins + "/" + id}) {
    EXPECT_EQ(server.get(path).status, 404) << path;
  }
}

}  // namespace
}  // namespace irisim::test
